/** How long a chart takes for a month, a year, and for more days than anybody has. */
import { launch, openPage } from './browser.js';
import { inRounds } from './rounds.js';
import { openSite } from './site.js';

const counts = [30, 366, 100_000];

/** In the year 2274, so that 100,000 days of this calendar are over. */
const later = `{
  const offset = Date.UTC(2274, 0, 1) - Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [Real.now() + offset]));
    }
    static now() {
      return Real.now() + offset;
    }
  };
}`;

const dayOf = (index) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

export const buckets = {
  name: 'buckets',
  title: 'A chart of many days',
  about: `
From an element that is put on the page, its code being there, to the frame with its bars. The data comes from a
\`client\` in the page. "Busy" is what the main thread does in that time. A chart draws at most 1,200 marks, and
says how many days stand in one.
`,

  async measure({ rounds }) {
    const head = '<script type="module" src="/dist/cdn/billing-elements.js"></script>';
    const site = await openSite({
      '/': `<!doctype html><html lang="en"><head>${head}</head></html>`,
    });
    const browser = await launch();
    try {
      const { page, cdp } = await openPage(browser);
      await page.addInitScript(later);
      await page.goto(site.origin);
      await cdp.send('Performance.enable');
      const busy = async () => {
        const { metrics } = await cdp.send('Performance.getMetrics');
        return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
      };
      const variants = counts.map((count) => ({ name: String(count), count }));
      const figures = await inRounds(rounds, variants, async ({ count }) => {
        await page.evaluate(prepare, {
          count,
          days: Array.from({ length: count }, (_, at) => dayOf(at)),
        });
        await page.requestGC();
        const before = await busy();
        const took = await page.evaluate(draw);
        return { took, busy: (await busy()) - before };
      });
      return report(figures);
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

function report(figures) {
  const of = (count) => figures[String(count)];
  const year = of(366);
  const rows = counts.map((count) => {
    const { took, busy } = of(count);
    return [
      count.toLocaleString('en'),
      took.toFixed(0),
      (took / year.took).toFixed(2),
      busy.toFixed(0),
      (busy / year.busy).toFixed(2),
    ];
  });
  return {
    columns: ['days', 'until drawn, ms', '× of 366', 'busy, ms', '× of 366'],
    rows,
    goals: [
      {
        says: '100,000 days are drawn in at most 3 times the time of 366',
        value: of(100_000).took / year.took,
        atMost: 3,
        why: 'Most of it is ECharts: its 1,200 marks take longer than 366; the rest is reading and adding 100,000 days.',
      },
    ],
  };
}

/** In the page: an element with its data at hand, not yet on the page. */
function prepare({ count, days }) {
  document.querySelector('usage-chart')?.remove();
  const series = {
    meter: 'calls',
    granularity: 'day',
    timeZone: 'UTC',
    from: days[0],
    to: days.at(-1),
    buckets: days.map((start, index) => ({
      start,
      value: String((index * 7) % 50),
      partial: false,
    })),
  };
  const account = {
    id: 'acc',
    name: 'Account',
    timeZone: 'UTC',
    currency: 'EUR',
    meters: [
      { id: 'calls', name: 'Calls', dimensions: [], granularities: ['day'], timeZones: 'any' },
    ],
    slots: [],
    can: {},
    contact: {},
  };
  const element = document.createElement('usage-chart');
  Object.assign(element, {
    range: 'custom',
    from: days[0],
    to: days.at(-1),
    client: { account: async () => account, usage: async () => series },
  });
  globalThis.prepared = element;
  globalThis.wanted = Math.min(count, 1000);
}

/** In the page: puts it there, and waits for the frame with its bars. */
async function draw() {
  const { prepared, wanted } = globalThis;
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  const begin = performance.now();
  document.body.append(prepared);
  do await frame();
  while (prepared.shadowRoot.querySelectorAll('.plot svg path').length < wanted);
  await frame();
  return performance.now() - begin;
}
