/** How long it takes until people read their plan and see their usage, on a slow phone. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { launch, openPage, slowLine, slowProcessor } from './browser.js';
import { buildPages } from './bundles.js';
import { made, root } from './places.js';
import { inRounds } from './rounds.js';
import { apiBase, openSite } from './site.js';

const tags = `<plan-usage api-base="${apiBase}"></plan-usage>
  <usage-chart api-base="${apiBase}" range="4w"></usage-chart>`;
const bareTags = '<p id="plan"></p><div id="chart"></div>';

const pageOf = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>Plan &amp; Usage</title>${head}</head><body>${body}</body></html>`;

const hintsFor = (files) =>
  [
    ...files.map((file) => `<link rel="modulepreload" href="${file}">`),
    ...['account', 'subscriptions/plan', 'balances'].map(
      (answer) => `<link rel="preload" as="fetch" crossorigin href="${apiBase}/${answer}">`,
    ),
  ].join('');

const inElements = {
  text: `document.querySelector('plan-usage')?.shadowRoot?.textContent`,
  bars: `document.querySelector('usage-chart')?.shadowRoot?.querySelectorAll('.plot svg path')`,
};
const inPage = {
  text: `document.body?.textContent`,
  bars: `document.querySelectorAll('svg :is(rect, path.recharts-rectangle)')`,
};

/** Notes when a frame first has the plan's name with what is left, and when it has all bars. */
const watch = ({ text, bars }) => `
  globalThis.seen = {};
  (function look() {
    const text = ${text} ?? '';
    if (text.includes('Standard') && text.includes('184.60')) seen.plan ??= performance.now();
    if ((${bars} ?? []).length >= 28) seen.chart ??= performance.now();
    if (!seen.plan || !seen.chart) requestAnimationFrame(look);
  })();
`;

/** What is on a page: both elements, or the plan alone. */
export const firstView = {
  name: 'first-view',
  title: 'Until the plan is read and the chart is drawn',
  about: `
A first visit on a slow phone: nothing cached, ${slowLine.latency} ms to the server and back, ${(8 * slowLine.downloadThroughput) / 1_000_000} Mbit/s, a processor slowed
down ${slowProcessor} times, HTTP/1.1 over loopback, \`gzip -9\`. From the start of the navigation to the frame with the plan's name
and what is left of its credits, and to the frame with all 28 bars. All ask the same API for the same account: account,
plan and balances at once, the usage when the account is known. Each is built by Vite as it comes, apart from the script
tag. "Bare" is one small script that fetches, writes \`textContent\` and one SVG, and nothing else; "inline" is the same without a
file of its own. "React" is React 19, TanStack Query and Recharts with the same content ([page.jsx](../test/bench/rivals/page/page.jsx)), once in one
bundle, once with the chart split off and fetched at once. "Hints" are those of [the guide to embedding](embed.md).
`,

  async measure({ rounds }) {
    await buildPages();
    const { pages, variants } = await variantsOf();
    const site = await openSite(pages);
    const browser = await launch();
    try {
      const figures = await inRounds(rounds, variants, async ({ path, marks }) => {
        const { page, close } = await openPage(browser, { isSlow: true });
        try {
          await page.addInitScript(watch(marks));
          await page.goto(site.origin + path);
          await page.waitForFunction('seen.plan && seen.chart', undefined, { polling: 100 });
          return await page.evaluate('seen');
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

async function variantsOf() {
  const script = '<script type="module" src="/dist/cdn/billing-elements.js"></script>';
  const bare = await readFile(join(root, 'test/bench/pages/bare.js'), 'utf8');
  const pages = {
    '/cdn': pageOf(script, tags),
    '/hints': pageOf(hintsFor(await cdnFiles()) + script, tags),
    '/bare': pageOf('<script type="module" src="/test/bench/pages/bare.js"></script>', bareTags),
    '/inline': pageOf('', `${bareTags}<script type="module">${bare}</script>`),
  };
  const variants = [
    { name: 'bare', path: '/bare', marks: inPage },
    { name: 'bare, inline', path: '/inline', marks: inPage },
    { name: 'elements, bundled', path: `/${made}/elements/index.html`, marks: inElements },
    { name: 'elements, script tag', path: '/cdn', marks: inElements },
    { name: 'elements, script tag with hints', path: '/hints', marks: inElements },
    { name: 'React', path: `/${made}/react/index.html`, marks: inPage },
    { name: 'React, chart split off', path: `/${made}/react/split.html`, marks: inPage },
  ];
  return { pages, variants };
}

function report(figures) {
  const { bare, React: react } = figures;
  const ours = figures['elements, bundled'];
  const rows = Object.entries(figures).map(([name, { plan, chart }]) => [
    name,
    plan.toFixed(0),
    (plan / bare.plan).toFixed(2),
    (plan / react.plan).toFixed(2),
    chart.toFixed(0),
    (chart / bare.chart).toFixed(2),
    (chart / react.chart).toFixed(2),
  ]);
  return {
    columns: ['page', 'plan, ms', '× bare', '× React', 'chart, ms', '× bare', '× React'],
    rows,
    goals: [
      {
        says: 'The plan, bundled, beside the bare limit',
        value: ours.plan / bare.plan,
        atMost: 1.3,
        why: `The code of an element, Lit included, is 18 kB before its first request and some 25 kB beside it: on this
line these bytes alone take 0.2 s.`,
      },
      {
        says: 'The plan, bundled, beside React',
        value: ours.plan / react.plan,
        atMost: 0.5,
        why: 'Three ways to the server are needed by both: the page, its code, the data; on this line that is 0.45 s.',
      },
      {
        says: 'The chart, bundled, beside React',
        value: ours.chart / react.chart,
        atMost: 0.8,
        why: 'ECharts is 166 kB, which on this line take 0.8 s; React, TanStack Query and Recharts are 187 kB.',
      },
    ],
  };
}

/** What the guide tells a page to name: the files of both elements but the chart's, which is large. */
async function cdnFiles() {
  const files = await readdir(join(root, 'dist/cdn'));
  const wanted =
    /^(account|api|dialog-locale|elements|plan-usage-locale|plan-usage\.content|reading|rolldown-runtime|usage-chart\.content)-/;
  return files.filter((file) => wanted.test(file)).map((file) => `/dist/cdn/${file}`);
}
