/** A million records as a file, as the element writes it, beside nothing but `Papa.unparse`. */
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { build } from 'esbuild';

import { launch, openPage, watchTasks } from './browser.js';
import { root } from './places.js';
import { inRounds } from './rounds.js';
import { openSite } from './site.js';

const count = 1_000_000;
const perSecond = (rows, milliseconds) => Math.round((1000 * rows) / milliseconds);

export const csv = {
  name: 'csv',
  title: 'A million records as CSV',
  about: `
\`<usage-chart>\` from the click on "All records" to the word that it is saved: 1,000 pages of records that are
at hand in the page, each record checked to come once, cells guarded against formulas, progress shown. Beside it
\`Papa.unparse\` of the same rows in one go, then a \`Blob\` of its text. With all records at hand, as Papa has them,
the rates compare; but a page that holds a million records makes the browser's collector take longer, whoever asks, so
tasks are judged where each page is made when it is asked for, which takes its time too. "Longest task" is that of the
worst round. "Peak" is what the page's process held at most above what it held before that round, which earlier
rounds have raised (Linux only); the file itself is held by the browser, outside of it.
`,

  async measure({ rounds }) {
    const site = await openSite({ '/': await page() });
    const browser = await launch();
    try {
      const taken = new Set();
      const full = await open(browser, site, true, taken);
      const lean = await open(browser, site, false, taken);
      const variants = [
        { name: 'Papa.unparse', at: full, run: unparseAll },
        { name: 'at hand', at: full, run: exportAll },
        { name: 'as asked', at: lean, run: exportAll },
      ];
      const measure = async ({ at: { page, memory }, run }) => {
        await page.requestGC();
        await memory.reset();
        const { took, size } = await page.evaluate(run);
        const peak = await memory.peak();
        const longest = await page.evaluate(longestSince, took.begin);
        return { took: took.end - took.begin, size, peak, longest };
      };
      const figures = await inRounds(rounds, variants, measure, ['longest']);
      const cancels = await inRounds(
        rounds,
        [{ name: 'cancel' }],
        () => lean.page.evaluate(cancel),
        ['late', 'quiet'],
      );
      return report(figures, cancels.cancel);
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

/** A page with the element on it, and with all records, or with none before they are asked for. */
async function open(browser, site, isFull, taken) {
  const { page, cdp } = await openPage(browser);
  await page.addInitScript(watchTasks);
  await page.goto(site.origin);
  await page.waitForFunction(() => globalThis.Papa && customElements.get('usage-chart'));
  await page.evaluate(prepare, { count, isFull });
  return { page, memory: await memoryOf(browser, cdp, taken) };
}

const names = {
  'Papa.unparse': '`Papa.unparse`, rows at hand',
  'at hand': '`<usage-chart>`, records at hand',
  'as asked': '`<usage-chart>`, each page made when it is asked for',
};

function report(figures, { quiet, late }) {
  const papa = figures['Papa.unparse'];
  const megabytes = (bytes) => (Number.isNaN(bytes) ? '–' : Math.round(bytes / 1_000_000));
  const rows = Object.entries(figures).map(([name, { took, size, longest, peak }]) => [
    names[name],
    perSecond(count, took).toLocaleString('en'),
    (papa.took / took).toFixed(2),
    longest === 0 ? 'none over 50' : Math.round(longest),
    megabytes(peak),
    megabytes(size),
  ]);
  return {
    columns: ['what', 'rows a second', '× of Papa', 'longest task, ms', 'peak, MB', 'file, MB'],
    rows,
    goals: [
      {
        says: 'Rows a second, beside bare `Papa.unparse`, both with all at hand',
        value: papa.took / figures['at hand'].took,
        atLeast: 0.8,
        why: 'The element also looks at each id and each cell, and gives the page its turn every 8 ms.',
      },
      {
        says: 'The longest task of any round, in ms, where pages come as they are asked for',
        value: figures['as asked'].longest,
        atMost: 50,
        why: 'Work is given out in turns of 8 ms; what is longer is the browser’s own, as collecting garbage.',
      },
      {
        says: 'From "Cancel" to the last work for the file, in ms',
        value: quiet,
        atMost: 200,
        why: 'A page that is being written is finished first.',
      },
      { says: 'Pages asked for after "Cancel"', value: late, atMost: 0, why: '' },
    ],
  };
}

/** Papa as a script of its own, whole, as a page would have it. */
async function page() {
  const { outputFiles } = await build({
    stdin: { contents: `import Papa from 'papaparse'; globalThis.Papa = Papa;`, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>CSV</title>
    <script type="module" src="/dist/cdn/billing-elements.js"></script></head>
    <body><script>${outputFiles[0].text.replaceAll('</script', '<\\/script')}</script></body></html>`;
}

/** What the page's process holds at most, as Linux counts it. */
async function memoryOf(browser, cdp, taken) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const heldBy = async (id, key) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    return 1024 * Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
  };
  // A browser keeps a spare one ready: the page's is the larger.
  const renderers = processInfo
    .filter(({ id, type }) => type === 'renderer' && !taken.has(id))
    .map(({ id }) => id);
  const sizes = await Promise.all(renderers.map((id) => heldBy(id, 'VmRSS')));
  const own = renderers[sizes.indexOf(Math.max(...sizes))];
  taken.add(own);
  const held = (key) => heldBy(own, key);
  let before = Number.NaN;
  return {
    reset: async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await pause(200);
      await writeFile(`/proc/${own}/clear_refs`, '5').catch(() => undefined);
      before = await held('VmRSS');
    },
    peak: async () => (await held('VmHWM')) - before,
  };
}

/** In the page: the records, in pages, and the same as rows. */
function prepare({ count, isFull }) {
  const types = {
    caller: 'text',
    region: 'text',
    start: 'date-time',
    seconds: 'number',
    note: 'text',
  };
  const names = Object.keys(types);
  const recordOf = (at) => {
    const start = `2026-10-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00Z`;
    const region = at % 3 === 0 ? 'north' : 'south';
    const values = {
      caller: `+49${at}`,
      region,
      start,
      seconds: at % 600,
      note: 'a call, "short"',
    };
    return { id: `call-${at}`, at: start, quantity: '1', values };
  };
  const pageOf = (page) => Array.from({ length: 1000 }, (_, at) => recordOf(1000 * page + at));
  const last = count / 1000 - 1;
  const pages = isFull ? Array.from({ length: last + 1 }, (_, page) => pageOf(page)) : [];
  globalThis.rows = pages.flat().map(({ values }) => names.map((name) => values[name]));
  const account = {
    id: 'acc',
    name: 'Account',
    timeZone: 'UTC',
    currency: 'EUR',
    meters: [
      {
        id: 'calls',
        name: 'Calls',
        dimensions: [],
        granularities: ['day', 'month'],
        timeZones: 'any',
        records: { columns: names.map((id) => ({ id, name: id, type: types[id] })) },
      },
    ],
    slots: [],
    can: {},
    contact: {},
  };
  globalThis.asked = 0;
  const client = {
    account: async () => account,
    usage: async ({ from, to, granularity }) => ({
      meter: 'calls',
      granularity,
      timeZone: 'UTC',
      from,
      to,
      buckets: [{ start: from, value: '1', partial: false }],
    }),
    usageRecords: async ({ cursor = '0' }) => {
      globalThis.asked += 1;
      const page = Number(cursor);
      const nextCursor = page < last ? String(page + 1) : null;
      return { total: count, items: pages[page] ?? pageOf(page), nextCursor, timeZone: 'UTC' };
    },
  };
  // The file is looked at where it is handed over; nobody needs a million rows on the disk.
  URL.createObjectURL = (file) => {
    globalThis.file = file;
    return 'blob:none';
  };
  HTMLAnchorElement.prototype.click = () => undefined;
  const element = document.createElement('usage-chart');
  Object.assign(element, { range: '4w', client });
  document.body.append(element);
  globalThis.element = element;
  globalThis.within = (part) => element.shadowRoot.querySelector(`[part~="${part}"]`);
  globalThis.until = async (holds) => {
    const end = performance.now() + 20_000;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`Waited in vain: ${holds}`);
      await new Promise((next) => setTimeout(next, 5));
    }
  };
}

/** In the page: the export, from the click to the word that the file is saved. */
async function exportAll() {
  const { within, until } = globalThis;
  await until(() => within('export-records'));
  globalThis.file = undefined;
  const begin = performance.now();
  within('export-records').click();
  await until(() => globalThis.file);
  return { took: { begin, end: performance.now() }, size: globalThis.file.size };
}

/** In the page: the same rows, in one go. In a task of its own, or nobody would count it as one. */
async function unparseAll() {
  await new Promise((next) => setTimeout(next));
  const begin = performance.now();
  const fields = ['caller', 'region', 'start', 'seconds', 'note'];
  const text = globalThis.Papa.unparse({ fields, data: globalThis.rows }, { newline: '\r\n' });
  const file = new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
  return { took: { begin, end: performance.now() }, size: file.size };
}

/** In the page: the longest task since a moment; 0 where none was over 50 ms. */
async function longestSince(begin) {
  await new Promise((next) => setTimeout(next, 100));
  const long = globalThis.longTasks.filter(
    ({ startTime, duration }) => startTime + duration > begin,
  );
  return Math.max(0, ...long.map(({ duration }) => duration));
}

/** In the page: an export that is canceled at its hundredth page. */
async function cancel() {
  const { within, until } = globalThis;
  await until(() => within('export-records'));
  const first = globalThis.asked;
  within('export-records').click();
  await until(() => globalThis.asked > first + 100 && within('export-cancel'));
  // Whatever still makes a part of the file after it is work that was to end.
  const begin = performance.now();
  let last = begin;
  const Real = globalThis.Blob;
  globalThis.Blob = class extends Real {
    constructor(...parts) {
      super(...parts);
      last = performance.now();
    }
  };
  within('export-cancel').click();
  const askedBefore = globalThis.asked;
  await new Promise((next) => setTimeout(next, 400));
  globalThis.Blob = Real;
  return { quiet: last - begin, late: globalThis.asked - askedBefore };
}
