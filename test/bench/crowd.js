/** A page full of elements of one account. */
import { launch, openPage, watchTasks } from './browser.js';
import { inRounds } from './rounds.js';
import { apiBase, openSite } from './site.js';

const kinds = ['plan-usage', 'usage-chart', 'support-plan', 'invoice-list'];
const counts = [12, 100];

const pageOf = (count) => {
  const elements = Array.from({ length: count }, (_, at) => {
    const tag = kinds[at % kinds.length];
    return `<${tag}></${tag}>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Crowd</title>
    <script type="module" src="/dist/cdn/billing-elements.js"></script></head>
    <body><billing-provider api-base="${apiBase}">${elements.join('')}</billing-provider></body></html>`;
};

const watch = `
  ${watchTasks}
  (function look() {
    const all = [...document.querySelectorAll('${kinds.join()}')];
    if (all.length > 0 && all.every((element) => element.matches(':state(ready)'))) {
      globalThis.readyAt = performance.now();
    } else requestAnimationFrame(look);
  })();
`;

export const crowd = {
  name: 'crowd',
  title: 'Twelve and a hundred elements on one page',
  about: `
As many of each of the four, one provider, the script tag, an empty cache, a line and a processor that nobody
slows down. "Ready" is the last one's \`:state(ready)\`. A chart is drawn once it is less than a screen away.
`,

  async measure({ rounds }) {
    const site = await openSite(
      Object.fromEntries(counts.map((count) => [`/${count}`, pageOf(count)])),
    );
    const browser = await launch();
    try {
      const variants = counts.map((count) => ({ name: String(count), path: `/${count}` }));
      const figures = await inRounds(rounds, variants, async ({ path }) => {
        const { page, close } = await openPage(browser);
        try {
          site.calls.length = 0;
          await page.addInitScript(watch);
          await page.goto(site.origin + path);
          await page.waitForFunction('globalThis.readyAt', undefined, { polling: 50 });
          const seen = await page.evaluate(() => ({
            ready: globalThis.readyAt,
            longest: Math.max(0, ...globalThis.longTasks.map(({ duration }) => duration)),
          }));
          const distinct = new Set(site.calls).size;
          return { ...seen, requests: site.calls.length, distinct };
        } finally {
          await close();
        }
      });
      return report(figures);
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

function report(figures) {
  const rows = counts.map((count) => {
    const { ready, longest, requests, distinct } = figures[String(count)];
    return [
      count,
      requests,
      distinct,
      ready.toFixed(0),
      longest === 0 ? 'none over 50' : longest.toFixed(0),
    ];
  });
  const { requests, distinct } = figures['100'];
  return {
    columns: ['elements', 'requests', 'distinct resources', 'all ready, ms', 'longest task, ms'],
    rows,
    goals: [
      {
        says: 'A hundred elements ask for each resource once: requests for each distinct one',
        value: requests / distinct,
        atMost: 1,
        why: 'Equal requests are one while they are on their way; one that begins later asks anew.',
      },
    ],
  };
}
