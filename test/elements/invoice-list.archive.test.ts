import { expect, waitUntil } from '@open-wc/testing';

import type { Invoice, InvoicePdf } from '../../src/billing/types.js';
import '../../src/elements/invoice-list/invoice-copy.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import '../../src/export/fonts/european.font.js';
import '../../src/export/jspdf.vendor.js';
import '../../src/export/zip.vendor.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import {
  failuresOf,
  fileOf,
  FileServer,
  focused,
  linesOnly,
  listOf,
} from '../support/invoice-files.js';
import { invoice, invoicesFrom, InvoiceServer, invoiceList } from '../support/invoice-pages.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { failing, held, serving } from '../support/serving.js';
import { zipEntries } from '../support/zip-entries.js';

const ready = (): FileServer => new FileServer((id) => Promise.resolve(fileOf(`of ${id}`)));

/** The box of a row, counted from 1; 0 is the one that chooses all of the page. */
const box = (el: InvoiceListElement, row: number): HTMLInputElement => {
  const found = parts<HTMLInputElement>(el, 'choice')[row];
  if (!found) throw new Error(`There is no row ${row}.`);
  return found;
};

const choose = async (el: InvoiceListElement, ...rows: readonly number[]): Promise<void> => {
  for (const row of rows) box(el, row).click();
  await settled(el);
};

const said = (el: InvoiceListElement): string => texts(el, 'archive-status').join(' ').trim();

const untilSaid = (el: InvoiceListElement, words: string): Promise<void> =>
  waitUntil(() => said(el).includes(words), words);

describe('the files of several invoices in <invoice-list>', () => {
  let downloads: Downloads;

  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
  });
  afterEach(() => {
    downloads.stop();
    restoreClock();
  });

  const untilSaved = (count = 1) => waitUntil(() => downloads.saved.length === count, 'a file');

  const packed = async (index = 0) => {
    const zip = downloads.saved[index]?.file;
    return zip ? zipEntries(zip) : [];
  };

  /** A list of which all of the page is chosen. */
  const allChosen = async (
    server: Pick<FileServer, 'invoicePdf'>,
    ...invoices: readonly Invoice[]
  ): Promise<InvoiceListElement> => {
    const el = await listOf(server, ...invoices);
    await choose(el, 0);
    return el;
  };

  describe('are chosen', () => {
    it('row by row, and it is said how many', async () => {
      const el = await listOf(ready(), ...invoicesFrom(3));
      expect(parts(el, 'chosen')).to.eql([]);
      await choose(el, 1);
      expect(texts(el, 'chosen').join()).to.contain('1 invoice chosen');
      await choose(el, 2);
      expect(texts(el, 'chosen').join()).to.contain('2 invoices chosen');
      expect([box(el, 0).checked, box(el, 0).indeterminate], 'some of the page').to.eql([
        false,
        true,
      ]);
      await choose(el, 2, 1);
      expect(parts(el, 'chosen')).to.eql([]);
    });

    it('as all of the page, and none of it', async () => {
      const el = await listOf(ready(), ...invoicesFrom(3));
      await choose(el, 0);
      expect(texts(el, 'chosen').join()).to.contain('3 invoices chosen');
      expect([box(el, 0).checked, box(el, 0).indeterminate]).to.eql([true, false]);
      await choose(el, 0);
      expect(parts(el, 'chosen')).to.eql([]);
    });

    it('over several pages', async () => {
      const server = ready();
      const el = await invoiceList(new InvoiceServer(invoicesFrom(4)).client(server));
      el.pageSize = 2;
      await settled(el);
      await choose(el, 1);
      press(el, 'next-page');
      await settled(el);
      await choose(el, 2);
      press(el, 'download-chosen');
      await untilSaved();
      expect((await packed()).map(({ name }) => name)).to.eql([
        'invoice-N-00004.pdf',
        'invoice-N-00001.pdf',
      ]);
    });

    it('no more once that is wanted, with the focus where choosing begins', async () => {
      const el = await allChosen(ready(), ...invoicesFrom(2));
      press(el, 'clear-choice');
      await settled(el);
      expect(parts(el, 'chosen')).to.eql([]);
      expect([0, 1, 2].map((row) => box(el, row).checked)).to.eql([false, false, false]);
      expect(focused(el)).to.equal('choice');
    });

    it('no more once another account has come', async () => {
      const el = await allChosen(ready(), ...invoicesFrom(2));
      el.client = serving();
      await settled(el);
      expect(parts(el, 'chosen')).to.eql([]);
      expect(box(el, 1).checked).to.equal(false);
    });
  });

  describe('are saved', () => {
    it('as one zip, each as the server has it, in the order in which they were chosen', async () => {
      const answers = new Map<string, InvoicePdf>();
      const last = held<InvoicePdf>();
      const server = new FileServer((id) =>
        id === 'n-00003' ? last.promise : Promise.resolve(answers.get(id) ?? fileOf(`of ${id}`)),
      );
      const el = await allChosen(server, ...invoicesFrom(3));
      press(el, 'download-chosen');
      await untilSaid(el, 'Collecting files: 2 of 3');
      last.resolve(fileOf('that came last'));
      await untilSaved();
      expect(downloads.saved[0]?.name).to.equal('invoices.zip');
      expect(await packed()).to.eql([
        { name: 'invoice-N-00003.pdf', text: '%PDF-1.7\nthat came last\n%%EOF\n' },
        { name: 'invoice-N-00002.pdf', text: '%PDF-1.7\nof n-00002\n%%EOF\n' },
        { name: 'invoice-N-00001.pdf', text: '%PDF-1.7\nof n-00001\n%%EOF\n' },
      ]);
      await untilSaid(el, 'The files are saved.');
    });

    it('each, where two invoices have one name', async () => {
      const el = await allChosen(
        ready(),
        invoice(1, { id: 'a', number: 'N/1' }),
        invoice(1, { id: 'b', number: 'N:1' }),
        invoice(1, { id: 'c', number: 'N-1' }),
      );
      press(el, 'download-chosen');
      await untilSaved();
      expect((await packed()).map(({ name }) => name)).to.eql([
        'invoice-N-1.pdf',
        'invoice-N-1 (2).pdf',
        'invoice-N-1 (3).pdf',
      ]);
    });

    it('as copies where the server has none', async () => {
      const el = await listOf(linesOnly(), invoice(1));
      await choose(el, 1);
      press(el, 'download-chosen');
      await untilSaved();
      const [entry] = await packed();
      expect(entry?.name).to.equal('invoice-N-00001.pdf');
      expect(entry?.text).to.match(/^%PDF-/);
    });

    it('a few at a time', async () => {
      const waits = new Map<string, ReturnType<typeof held<InvoicePdf>>>();
      const server = new FileServer((id) => {
        const wait = held<InvoicePdf>();
        waits.set(id, wait);
        return wait.promise;
      });
      const el = await allChosen(server, ...invoicesFrom(5));
      press(el, 'download-chosen');
      await settled(el);
      expect(server.asked).to.eql(['n-00005', 'n-00004', 'n-00003']);
      waits.get('n-00004')?.resolve(fileOf(''));
      await untilSaid(el, 'Collecting files: 1 of 5');
      expect(server.asked.slice(3)).to.eql(['n-00002']);
    });

    it('with a progress bar, and once, however often the button is pressed', async () => {
      const wait = held<InvoicePdf>();
      const server = new FileServer(() => wait.promise);
      const el = await allChosen(server, ...invoicesFrom(2));
      press(el, 'download-chosen');
      await settled(el);
      const bar = el.shadowRoot?.querySelector('progress');
      expect([bar?.value, bar?.max]).to.eql([0, 2]);
      expect(bar?.labels[0]?.textContent).to.contain('Collecting files: 0 of 2');
      const [button] = parts<HTMLButtonElement>(el, 'download-chosen');
      expect(button?.getAttribute('aria-disabled')).to.equal('true');
      await expect(el).to.be.accessible();
      wait.resolve(fileOf(''));
      await untilSaved();
      await settled(el);
      expect(button?.getAttribute('aria-disabled')).to.equal('false');
    });
  });

  describe('that are missing', () => {
    it('are named beside those that are saved, and each failure is told to the page', async () => {
      const server = new FileServer((id) =>
        id === 'n-00002'
          ? failing('upstream_unavailable')()
          : Promise.resolve(
              id === 'n-00001'
                ? { kind: 'link', url: 'https://files.example/1', expiresAt: '' }
                : fileOf(''),
            ),
      );
      const el = await listOf(server, ...invoicesFrom(3));
      const heard = failuresOf(el);
      await choose(el, 0);
      press(el, 'download-chosen');
      await untilSaved();
      expect((await packed()).map(({ name }) => name)).to.eql(['invoice-N-00003.pdf']);
      await untilSaid(el, 'The files are saved. No file for ');
      expect(said(el)).to.contain('N-00001').and.to.contain('N-00002');
      expect(heard).to.eql(['invoice-list upstream_unavailable']);
      await expect(el).to.be.accessible();
    });

    it('all of them: that is an alert, and nothing is saved', async () => {
      const server = new FileServer(failing('upstream_unavailable'));
      const el = await allChosen(server, ...invoicesFrom(2));
      press(el, 'download-chosen');
      await untilSaid(el, 'The files could not be collected. No file for N-00002 and N-00001.');
      expect(el.shadowRoot?.querySelector('[part~="archive-status"] [role="alert"]')).to.be.ok;
      expect(downloads.saved).to.eql([]);

      server.answer = () => Promise.resolve(fileOf('at last'));
      press(el, 'download-chosen');
      await untilSaved();
      expect(await packed()).to.have.length(2);
    });

    it('because code of this page breaks: that is told as what it is', async () => {
      const answers = { ...linesOnly(), invoice: () => Promise.reject(new TypeError('broken')) };
      const el = await listOf(answers, invoice(1));
      const heard = failuresOf(el);
      await choose(el, 1);
      press(el, 'download-chosen');
      await untilSaid(el, 'could not be collected');
      expect(heard).to.eql(['invoice-list module_failed']);
    });
  });

  describe('that are on their way', () => {
    /** Two files are wanted, and neither comes. */
    const waiting = async () => {
      const wait = held<InvoicePdf>();
      const server = new FileServer(() => wait.promise);
      const el = await listOf(server, ...invoicesFrom(2));
      const heard = failuresOf(el);
      await choose(el, 0);
      press(el, 'download-chosen');
      await untilSaid(el, 'Collecting files: 0 of 2');
      /** They come after all. */
      const arrive = async (): Promise<void> => {
        wait.resolve(fileOf(''));
        await settled(el);
        await settled(el);
      };
      return { el, server, heard, arrive };
    };

    it('are dropped when the person cancels, who stays with what is chosen', async () => {
      const { arrive, el, heard, server } = await waiting();
      press(el, 'archive-cancel');
      await settled(el);
      expect(said(el)).to.equal('');
      expect(focused(el)).to.equal('chosen');
      expect(texts(el, 'chosen').join()).to.contain('2 invoices chosen');
      expect(server.signals.every(({ aborted }) => aborted)).to.equal(true);
      await arrive();
      expect(downloads.saved).to.eql([]);
      expect(heard).to.eql([]);
    });

    it('are dropped when none is chosen any more', async () => {
      const { arrive, el } = await waiting();
      press(el, 'clear-choice');
      await settled(el);
      expect(parts(el, 'chosen')).to.eql([]);
      await arrive();
      expect(downloads.saved).to.eql([]);
    });

    it('are dropped when the person cancels after nothing is chosen, and focus is not lost', async () => {
      const { el } = await waiting();
      await choose(el, 0);
      press(el, 'archive-cancel');
      await settled(el);
      expect(parts(el, 'chosen')).to.eql([]);
      expect(focused(el)).to.equal('choice');
    });

    it('are dropped when another account comes', async () => {
      const { arrive, el, heard, server } = await waiting();
      el.client = serving();
      await settled(el);
      expect(parts(el, 'chosen')).to.eql([]);
      expect(server.signals.every(({ aborted }) => aborted)).to.equal(true);
      await arrive();
      expect(downloads.saved).to.eql([]);
      expect(heard).to.eql([]);
    });

    it('are dropped when the list leaves the page, and can be had when it is back', async () => {
      const { arrive, el, server } = await waiting();
      const place = el.parentElement;
      el.remove();
      await settled(el);
      expect(server.signals.every(({ aborted }) => aborted)).to.equal(true);
      await arrive();
      expect(downloads.saved).to.eql([]);
      place?.append(el);
      await settled(el);
      expect(said(el)).to.equal('');
      press(el, 'download-chosen');
      await untilSaved();
    });
  });
});
