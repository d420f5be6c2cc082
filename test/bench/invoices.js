/** A list of ten thousand invoices beside one of a few. */
import { launch, openPage, watchTasks } from './browser.js';
import { inRounds } from './rounds.js';
import { openSite } from './site.js';

const accounts = [
  { name: 'a few', id: 'standard' },
  { name: '10,000', id: 'huge' },
];

export const invoices = {
  name: 'invoices',
  title: 'Ten thousand invoices',
  about: `
\`<invoice-list>\` by the script tag, over HTTP, on a line and a processor that nobody slows down: until the first
page is there, from a click on "Next" to the second one, and all of them as CSV, page after page.
`,

  async measure({ rounds }) {
    const pages = Object.fromEntries(accounts.map(({ id }) => [`/${id}`, pageOf(id)]));
    const site = await openSite(pages);
    const browser = await launch();
    try {
      const figures = await inRounds(rounds, accounts, async ({ id }) => {
        const { page, close } = await openPage(browser);
        try {
          await page.addInitScript(watchTasks);
          await page.goto(`${site.origin}/${id}`);
          return await page.evaluate(useList);
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

const pageOf = (
  id,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invoices</title>
  <script type="module" src="/dist/cdn/billing-elements.js"></script></head>
  <body><invoice-list api-base="/api/billing/accounts/${id}"></invoice-list></body></html>`;

function report(figures) {
  const few = figures['a few'];
  const rows = accounts.map(({ name }) => {
    const { first, next, file, lines, longest } = figures[name];
    return [
      name,
      first.toFixed(0),
      (first / few.first).toFixed(2),
      Number.isNaN(next) ? 'one page' : next.toFixed(0),
      `${file.toFixed(0)} (${lines.toLocaleString('en')} rows)`,
      longest === 0 ? 'none over 50' : longest.toFixed(0),
    ];
  });
  return {
    columns: [
      'invoices',
      'first page, ms',
      '× of a few',
      'next page, ms',
      'all as CSV, ms',
      'longest task, ms',
    ],
    rows,
    goals: [],
  };
}

/** In the page: looks at the list as a person would, and takes it away. */
async function useList() {
  const until = async (holds) => {
    while (!holds()) await new Promise((frame) => requestAnimationFrame(frame));
    return performance.now();
  };
  const list = document.querySelector('invoice-list');
  const within = (part) => list.shadowRoot?.querySelector(`[part~="${part}"]`);
  const first = await until(() => list.matches(':state(ready)'));

  const nextPage = within('next-page');
  let next = Number.NaN;
  if (nextPage && nextPage.getAttribute('aria-disabled') !== 'true' && !nextPage.disabled) {
    const shown = list.shadowRoot.querySelector('tbody').textContent;
    const begin = performance.now();
    nextPage.click();
    next =
      (await until(
        () =>
          list.matches(':state(ready)') &&
          list.shadowRoot.querySelector('tbody').textContent !== shown,
      )) - begin;
  }

  let file;
  URL.createObjectURL = (made) => {
    file = made;
    return 'blob:none';
  };
  HTMLAnchorElement.prototype.click = () => undefined;
  const begin = performance.now();
  within('export').click();
  const took = (await until(() => file)) - begin;
  const lines = (await file.text()).trimEnd().split('\r\n').length - 1;
  await new Promise((later) => setTimeout(later, 100));
  const longest = Math.max(0, ...globalThis.longTasks.map(({ duration }) => duration));
  return { first, next, file: took, lines, longest };
}
