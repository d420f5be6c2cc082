import { expect } from 'chai';
import type { Browser } from 'playwright-core';

import type { RunningServer } from '../../mocks/node-server.js';
import { launch } from './browser.js';
import { freeFields, isId, tagged } from './hostile/hostile-answers.js';
import { startHostileServer } from './hostile/hostile-server.js';
import type { Way } from './hostile/hostile-server.js';
import { strayAddresses } from './hostile/looked.js';
import { harmless, names, payloads } from './hostile/payloads.js';
import { useAll, visit } from './hostile/visit.js';
import type { Visited } from './hostile/visit.js';

const page = `
  <billing-provider api-base="{api}/acc_1">
    <plan-usage></plan-usage>
    <usage-chart group-by="{id:channel}" view="table"></usage-chart>
    <support-plan></support-plan>
    <invoice-list></invoice-list>
    <billing-checkout purpose="plan" plan-id="{id:plan_advanced}"></billing-checkout>
    <billing-checkout purpose="top_up" balance-id="{id:credits}" amount="100.00"></billing-checkout>
    <billing-checkout operation-id="{id:op_transfer}"></billing-checkout>
    <billing-checkout operation-id="{id:op_failed}"></billing-checkout>
    <billing-console></billing-console>
  </billing-provider>
  <billing-provider api-base="{api}/refused">
    <plan-usage></plan-usage><usage-chart></usage-chart><support-plan></support-plan>
    <invoice-list></invoice-list><billing-console></billing-console>
    <billing-checkout purpose="plan" plan-id="{id:plan_advanced}"></billing-checkout>
  </billing-provider>`;

/** Texts of the contract that no page shows. */
const unseen = [
  // For programs, or for the host.
  ...['Account.name', 'PaymentOption.method', 'Problem.errors.parameter', 'Problem.errors.pointer'],
  ...['Problem.title', 'Balance.unit', 'Meter.unit'],
  // No zone of this name: the days are those of UTC, and the page says so.
  ...['Account.timeZone', 'UsageRecordPage.timeZone'],
  // Only where an address and a mailbox are missing.
  'Account.contact.phone',
  // In files: test/export puts such texts there.
  ...['InvoiceDetail.taxes.name', 'Meter.records.columns.name'],
  ...['Party.address', 'Party.email', 'Party.name', 'Party.taxId'],
].sort();

/** A name that would end its own isolation loses what turns the text. */
const withoutControls = (text: string): string =>
  text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '');

/** What a control has for a while. */
const passing = /\s(?:disabled|aria-busy|hidden|open)$/u;
const lasting = ({ kinds }: Visited): string[] => kinds.filter((kind) => !passing.test(kind));

describe('A server whose every text is hostile', () => {
  let browser: Browser;
  let server: RunningServer;
  let plain: Visited;
  let shown: readonly string[];

  const addressOf = (way: Way, payload: string): string =>
    `${server.origin}/${way}/${payloads.indexOf(payload)}`;
  const open = (way: Way, payload: string): Promise<Visited> =>
    visit(browser, addressOf(way, payload), (tab) => useAll(tab, payload));

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startHostileServer({ page })]);
    plain = await open('strict', harmless);
    shown = freeFields().filter((field) => plain.text.includes(harmless + tagged(field)));
  });

  afterAll(() => Promise.all([browser.close(), server.close()]));

  it('has every text of the contract on the page that a page shows', () => {
    const texts = freeFields().filter((field) => !isId(field));
    expect(texts.filter((field) => !shown.includes(field))).to.eql(unseen);
  });

  const scripts = payloads.filter((payload) => payload.includes('pwned'));
  for (const [way, tried] of [
    ['strict', payloads],
    ['open', scripts],
  ] as const) {
    describe(way === 'strict' ? 'under the strictest policy' : 'without any policy', () => {
      for (const payload of tried) {
        it(`gets nothing but text onto the page with ${JSON.stringify(payload)}`, async () => {
          const visited = await open(way, payload);
          expect(visited.ran, 'a script that ran').to.equal(undefined);
          expect(visited.polluted).to.eql([]);
          expect(visited.incidents).to.eql([]);
          expect(lasting(visited), 'kinds of nodes').to.eql(lasting(plain));
          expect(visited.unisolated, 'what could turn what stands beside it').to.eql([]);
          const { addresses, text } = visited;
          expect(strayAddresses(addresses)).to.eql([]);
          const said = withoutControls(text);
          const isSaid = (field: string) => said.includes(withoutControls(payload) + tagged(field));
          expect(
            shown.filter((field) => !isSaid(field)),
            'fields that are not shown',
          ).to.eql([]);
        });
      }
    });
  }

  describe('that names its words as objects name what they are made of', () => {
    for (const name of names) {
      it(`finds nothing under ${name}`, async () => {
        const { incidents, polluted, text } = await visit(browser, addressOf('bare', name));
        expect(incidents).to.eql([]);
        expect(polluted).to.eql([]);
        const raw = /.{0,80}(?:native code|=>|\[object|\bundefined\b|\bNaN\b).*/u;
        expect(raw.exec(text)?.[0]).to.equal(undefined);
        expect(text, 'the name as a text').to.contain(name);
      });
    }
  });
});
