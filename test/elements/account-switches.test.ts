import { expect } from '@open-wc/testing';

import { seeded } from '../../mocks/generate/random.js';
import '../../src/api/reading.js';
import '../../src/elements/billing-provider/billing-provider.js';
import '../../src/elements/invoice-list/invoice-list.content.js';
import '../../src/elements/invoice-list/invoice-list.js';
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import '../../src/elements/support-plan/support-plan.content.js';
import '../../src/elements/support-plan/support-plan.js';
import '../../src/elements/usage-chart/usage-chart.content.js';
import '../../src/elements/usage-chart/usage-chart.js';
import { rounds } from '../support/browser-commands.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { accountsIn, MarkedAccounts } from '../support/marked-accounts.js';
import { turn } from '../support/turn.js';

const seeds = await rounds(10, 100);
const switches = await rounds(100, 1_000);
const accounts = ['acc-a', 'acc-b', 'acc-c'];
const tags = ['plan-usage', 'usage-chart', 'support-plan', 'invoice-list'] as const;

describe('However accounts are switched, and in whatever order answers come', () => {
  const { fetch: own } = window;
  let time: HeldTime;

  beforeEach(() => {
    document.documentElement.lang = 'en';
    time = holdTime(storyTime, 1);
  });

  afterEach(() => {
    window.fetch = own;
    time.release();
  });

  it(`no frame shows another account, in ${switches} switches of ${seeds} seeds`, async () => {
    const line = new MarkedAccounts();
    window.fetch = line.fetch;
    let shown = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = seeded(`switches ${seed}`);
      line.isDeaf = seed % 2 === 0;
      const provider = document.createElement('billing-provider');
      // Two at a time share answers; what is not drawn holds the same texts, and takes less time.
      const elements = [0, 1].map((at) =>
        document.createElement(tags[(seed + at) % 4] ?? 'plan-usage'),
      );
      elements.forEach((element) => element.setAttribute('view', 'table'));
      provider.style.display = 'none';
      provider.append(...elements);
      document.body.append(provider);
      for (let number = 1; number <= switches; number += 1) {
        const account = accounts[Math.floor(random() * accounts.length)] ?? '';
        provider.apiBase = `${location.origin}/billing/${account}`;
        for (let step = Math.floor(random() * 6); step >= 0; step -= 1) {
          // Frames are drawn between tasks.
          await turn();
          for (const element of elements) {
            const seen = accountsIn(element);
            if (seen.delete(account)) shown += 1;
            const told = `seed ${seed}, switch ${number}: <${element.localName}> of ${account}`;
            expect([...seen], told).to.eql([]);
          }
          line.deliver(Math.floor(random() * line.underWay));
        }
      }
      provider.remove();
      line.forget();
    }
    expect(shown, 'frames that show an account').to.be.greaterThan((seeds * switches) / 4);
  }).timeout(20 * seeds * switches + 60_000);
});
