import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { UsageRecordPage } from '../../src/billing/types.js';
import type {
  CsvExportEvent,
  UsageChartElement,
} from '../../src/elements/usage-chart/usage-chart.js';
import '../../src/elements/usage-chart/usage-export.js';
import '../../src/export/papaparse.vendor.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { speak } from '../support/right-to-left.js';
import { failing, held, serving, unanswered } from '../support/serving.js';
import { chartOf, withMeter } from '../support/usage-chart.js';

let downloads: Downloads;

async function choose(el: UsageChartElement, content: 'summary' | 'records'): Promise<void> {
  press(el, 'export');
  await el.updateComplete;
  press(el, `export-${content}`);
}

const untilSaved = (count = 1) => waitUntil(() => downloads.saved.length === count, 'a file');
const records = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${from + index}`,
    at: '2026-03-18T10:00:00Z',
    quantity: '1',
    values: { botId: `bot-${from + index}` },
  }));
/** Three pages of two records each; the second one as the test wants it. */
function paged(second: BillingApi['usageRecords']): BillingApi['usageRecords'] {
  return (query, options) => {
    const at = Number(query.cursor ?? 0);
    if (at === 2) return second(query, options);
    const page: UsageRecordPage = {
      items: records(at, 2),
      total: 6,
      nextCursor: at === 4 ? null : String(at + 2),
      timeZone: 'America/New_York',
    };
    return Promise.resolve(page);
  };
}
const secondPage: UsageRecordPage = {
  items: records(2, 2),
  total: 6,
  nextCursor: '4',
  timeZone: 'America/New_York',
};

describe('the export of <usage-chart>', () => {
  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
  });
  afterEach(() => {
    restoreClock();
    downloads.stop();
  });

  it('saves the bars on screen as a summary', async () => {
    const el = await chartOf(serving(), { range: '2m' });
    await choose(el, 'summary');
    await untilSaved();
    expect(downloads.saved[0]?.name).to.equal('usage-sessions-2026-02-01-to-2026-03-31.csv');
    expect(await downloads.text()).to.equal(
      '"Month (America/New_York)","Billing sessions","Note"\r\n' +
        '2026-02-01,871,\r\n2026-03-01,601,"so far"\r\n',
    );
  });

  it('speaks the language of the page, without marks that only a screen obeys', async () => {
    const el = await speak(await chartOf(serving(), { range: '2m', 'group-by': 'channel' }), 'ar');
    await choose(el, 'summary');
    await untilSaved();
    document.documentElement.removeAttribute('dir');
    const text = await downloads.text();
    expect(text)
      .to.match(/^"الشهر/u)
      .and.to.contain('"حتى الآن"');
    expect(text).not.to.match(/[\u061C\u200E\u200F\u2066-\u2069]/u);
  });

  it('saves every single record, and says when that is done', async () => {
    const el = await chartOf(serving(), { range: '1w' });
    await choose(el, 'records');
    await untilSaved();
    const rows = (await downloads.text()).trim().split('\r\n');
    expect(downloads.saved[0]?.name).to.equal(
      'usage-records-sessions-2026-03-12-to-2026-03-18.csv',
    );
    expect(rows[0]).to.contain('Billing Session Id');
    expect(String(rows.length - 1)).to.equal(texts(el, 'total')[0]);
    expect(parts(el, 'export-status')[0]?.textContent).to.contain('The file is saved.');
  });

  it('asks the page first, which may take over', async () => {
    const el = await chartOf(serving(), { range: '1w' });
    const heard = oneEvent<CsvExportEvent>(el, 'csv-export');
    el.addEventListener('csv-export', (event) => event.preventDefault(), { once: true });
    await choose(el, 'records');
    expect(await heard).to.include({
      content: 'records',
      meter: 'sessions',
      from: '2026-03-12',
      to: '2026-03-18',
      timeZone: 'America/New_York',
    });
    await settled(el);
    expect(parts(el, 'export-cancel')).to.eql([]);
    await choose(el, 'summary');
    await untilSaved();
    expect(downloads.saved[0]?.name).not.to.contain('records');
  });

  it('has no choice where the meter has no records', async () => {
    const el = await chartOf(await withMeter({ records: undefined }));
    const [button] = parts(el, 'export');
    expect(button?.hasAttribute('aria-expanded')).to.equal(false);
    press(el, 'export');
    await untilSaved();
    expect(downloads.saved[0]?.name).to.contain('usage-sessions');
  });

  it('shows how far it is, and can be canceled', async () => {
    const second = held<UsageRecordPage>();
    const el = await chartOf(serving({ usageRecords: paged(() => second.promise) }));
    await choose(el, 'records');
    const progress = () => el.shadowRoot?.querySelector('progress');
    await waitUntil(() => progress()?.value === 2, 'progress');
    expect(texts(el, 'export-status')[0]).to.contain('Exporting records: 2 of 6');
    expect(progress()?.max).to.equal(6);
    await expect(el).to.be.accessible();

    press(el, 'export-cancel');
    await settled(el);
    expect(progress()).to.equal(null);
    expect(el.shadowRoot?.activeElement?.id, 'focus').to.equal('export');
    second.resolve(secondPage);
    await settled(el);
    expect(downloads.saved).to.eql([]);
  });

  it('is not drawn for each of many pages', async () => {
    const pages = 200;
    const usageRecords: BillingApi['usageRecords'] = ({ cursor = '0' }) => {
      const at = Number(cursor);
      const nextCursor = at + 1 < pages ? String(at + 1) : null;
      return Promise.resolve({ ...secondPage, items: records(at, 1), total: pages, nextCursor });
    };
    const el = await chartOf(serving({ usageRecords }));
    let drawn = 0;
    el.addController({ hostUpdated: () => (drawn += 1) });
    await choose(el, 'records');
    await untilSaved();
    expect((await downloads.text()).trim().split('\r\n')).to.have.length(1 + pages);
    expect(drawn).to.be.within(1, pages / 2);
  });

  it('makes one file at a time', async () => {
    let asked = 0;
    const el = await chartOf(
      serving({
        usageRecords: (...args) => {
          asked += 1;
          return unanswered(...args);
        },
      }),
    );
    await choose(el, 'records');
    await waitUntil(() => asked === 1, 'the first page');
    press(el, 'export');
    await el.updateComplete;
    expect(parts(el, 'export')[0]?.getAttribute('aria-disabled')).to.equal('true');
    expect(parts(el, 'export-choices')[0]?.hidden).to.equal(true);
    expect(asked).to.equal(1);
  });

  it('says how many records are missing, and goes on from where it stopped', async () => {
    const cursors: (string | undefined)[] = [];
    let fails = true;
    const usageRecords = paged(() =>
      fails ? failing('upstream_unavailable')() : Promise.resolve(secondPage),
    );
    const el = await chartOf(
      serving({
        usageRecords: (query, options) => {
          cursors.push(query.cursor);
          return usageRecords(query, options);
        },
      }),
    );
    const errors: string[] = [];
    el.addEventListener('billing-error', ({ code }) => errors.push(code));
    await choose(el, 'records');
    await waitUntil(() => parts(el, 'export-retry').length > 0, 'a way on');
    expect(texts(el, 'export-status')[0]).to.contain('4 records are missing.');
    expect(errors).to.eql(['incomplete_export']);
    expect(downloads.saved).to.eql([]);
    await expect(el).to.be.accessible();

    press(el, 'export-part');
    await untilSaved();
    expect(downloads.saved[0]?.name).to.contain('-incomplete.csv');
    expect((await downloads.text()).trim().split('\r\n')).to.have.length(3);

    fails = false;
    press(el, 'export-retry');
    await untilSaved(2);
    expect(downloads.saved[1]?.name).not.to.contain('incomplete');
    expect((await downloads.text(1)).trim().split('\r\n')).to.have.length(7);
    expect(cursors).to.eql([undefined, '2', '2', '4']);
    expect(el.shadowRoot?.activeElement?.id, 'focus').to.equal('export');
  });

  it('saves nothing of an account that is no longer shown', async () => {
    const second = held<UsageRecordPage>();
    const el = await chartOf(serving({ usageRecords: paged(() => second.promise) }));
    await choose(el, 'records');
    await waitUntil(() => el.shadowRoot?.querySelector('progress')?.value === 2, 'progress');
    el.client = serving({}, 'trial');
    await settled(el);
    second.resolve(secondPage);
    await settled(el);
    expect(downloads.saved).to.eql([]);
    expect(parts(el, 'export-cancel')).to.eql([]);
  });

  it('stops when the element leaves, and not when it is moved', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const el = await chartOf(
      serving({
        usageRecords: (_query, options) => {
          signals.push(options?.signal);
          return unanswered(options);
        },
      }),
    );
    await choose(el, 'records');
    await waitUntil(() => signals.length === 1, 'the first page');
    const elsewhere = document.createElement('section');
    el.after(elsewhere);
    elsewhere.append(el);
    await settled(el);
    expect(signals[0]?.aborted, 'moved').to.equal(false);
    el.remove();
    await settled(el);
    expect(signals[0]?.aborted, 'gone').to.equal(true);
  });

  describe('menu', () => {
    const isOpen = (el: UsageChartElement) => parts(el, 'export-choices')[0]?.hidden === false;

    it('says whether it is open, and closes on Esc and beside it', async () => {
      const el = await chartOf();
      const [button] = parts(el, 'export');
      expect(button?.getAttribute('aria-expanded')).to.equal('false');
      press(el, 'export');
      await el.updateComplete;
      expect(button?.getAttribute('aria-expanded')).to.equal('true');
      await expect(el).to.be.accessible();
      parts(el, 'export-records')[0]?.focus();
      parts(el, 'export-records')[0]?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
      );
      await el.updateComplete;
      expect(isOpen(el)).to.equal(false);
      expect(el.shadowRoot?.activeElement?.id).to.equal('export');

      press(el, 'export');
      await el.updateComplete;
      parts(el, 'view')[0]?.focus();
      await el.updateComplete;
      expect(isOpen(el)).to.equal(false);
    });
  });
});
