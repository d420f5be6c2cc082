import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { worlds } from '../../mocks/worlds/index.js';
import type { WorldName } from '../../mocks/memory-engine.js';
import '../../src/elements/invoice-list/invoice-list.content.js';
import '../../src/elements/invoice-list/invoice-list.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import { builtInTags } from '../../src/i18n/languages.js';
import { parseCsv } from '../export/parse-csv.vendor.js';
import { pdfText } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { amountIn, numbersIn } from '../support/numbers.js';
import { watchPrinting } from '../support/printing.js';
import type { Printing } from '../support/printing.js';
import { failing, serving } from '../support/serving.js';

const hasNone: readonly string[] = ['enterprise', 'trial', 'empty'];
const invoiced = (Object.keys(worlds) as WorldName[]).filter((world) => !hasNone.includes(world));

/** Scripts that no font at hand draws, as names of the huge world are in: the browser prints them. */
const isPrinted = (world: WorldName, tag: string): boolean =>
  world === 'huge' || ['hi', 'ja', 'ko', 'zh-Hans'].includes(tag);

describe('A total is the same on screen, as CSV and as PDF', () => {
  let downloads: Downloads;
  let printing: Printing;

  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
    printing = watchPrinting();
  });

  afterEach(() => {
    downloads.stop();
    printing.stop();
    restoreClock();
    document.documentElement.dir = '';
  });

  const untilSaved = (count: number): Promise<void> =>
    waitUntil(() => downloads.saved.length === count, `file ${count}`, { timeout: 10_000 });

  /** What is on the copy of the first invoice, in words. */
  const copyOf = async (el: InvoiceListElement, byPrinting: boolean): Promise<string> => {
    press(el, 'download');
    if (byPrinting) {
      await waitUntil(() => parts(el, 'print').length > 0, 'the way out', { timeout: 10_000 });
      press(el, 'print');
      await waitUntil(() => printing.printed.length > 0, 'the paper', { timeout: 10_000 });
      const page = printing.printed.at(-1)?.contentDocument;
      const text = [...(page?.querySelectorAll('.total') ?? [])]
        .map(({ textContent }) => textContent)
        .join(' ');
      printing.close();
      return text;
    }
    await untilSaved(2);
    return pdfText(await downloads.bytes(1));
  };

  for (const world of invoiced) {
    for (const tag of ['en', ...builtInTags]) {
      it(`of the invoices of ${world} in ${tag}`, async () => {
        document.documentElement.dir = ['ar', 'he'].includes(tag) ? 'rtl' : 'ltr';
        const engine = serving({ invoicePdf: failing('not_supported', { status: 501 }) }, world);
        // Several lines, and a total that is not their sum: it is the server's alone.
        const invoice: typeof engine.invoice = async (...asked) => {
          const answer = await engine.invoice(...asked);
          return { ...answer, lines: [...answer.lines, ...answer.lines] };
        };
        const client = { ...engine, invoice };
        const el = await fixture<InvoiceListElement>(
          html`<invoice-list .client=${client} .locale=${tag}></invoice-list>`,
        );
        await waitUntil(() => !el.matches(':state(loading)'), 'the list', { timeout: 10_000 });
        await settled(el);
        const amounts = texts(el, 'amount');
        expect(amounts).not.to.eql([]);

        press(el, 'export');
        await untilSaved(1);
        const [, ...rows] = parseCsv((await downloads.text()).replace('\uFEFF', '').trimEnd());
        const totals = rows.map((row) => row[7]);
        expect(amounts.map((text) => amountIn(text, tag))).to.eql(totals.slice(0, amounts.length));

        press(el, 'details');
        const sum = () => el.shadowRoot?.querySelector('.sums .total dt')?.textContent.trim() ?? '';
        await waitUntil(() => sum() !== '', 'the lines', { timeout: 10_000 });
        const copy = (await copyOf(el, isPrinted(world, tag))).split('\n');
        const own = copy.filter((line) => line.includes(sum()) && numbersIn(line).length > 0);
        expect(own.map((line) => amountIn(line, tag))).to.include(totals[0]);
      }).timeout(20_000);
    }
  }
});
