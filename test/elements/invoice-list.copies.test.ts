import { expect, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { InvoiceDetail } from '../../src/billing/types.js';
import '../../src/elements/invoice-list/invoice-copy.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import '../../src/export/fonts/european.font.js';
import '../../src/export/fonts/semitic.font.js';
import '../../src/export/jspdf.vendor.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { failuresOf, fileWords, focused, linesOnly, listOf } from '../support/invoice-files.js';
import { invoice } from '../support/invoice-pages.js';
import { parts, press, settled } from '../support/mount.js';
import { contentOf } from '../support/pdf-content.js';
import { watchPrinting } from '../support/printing.js';
import type { Printing } from '../support/printing.js';
import { failing, held, serving } from '../support/serving.js';

/** A drawing twice as wide as high. */
const logo =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="80" height="40"%3E%3Crect width="80" height="40" fill="green"/%3E%3C/svg%3E';

const japanese: Partial<InvoiceDetail> = {
  lines: [{ description: 'サポート、毎月', amount: { amount: '100.00', currency: 'USD' } }],
};

describe('the copy of an invoice in <invoice-list>', () => {
  let downloads: Downloads;
  let printing: Printing;

  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
    printing = watchPrinting();
  });
  afterEach(() => {
    printing.stop();
    downloads.stop();
    restoreClock();
    document.documentElement.removeAttribute('dir');
  });

  const untilSaved = () => waitUntil(() => downloads.saved.length === 1, 'a file');
  const untilSaid = (el: InvoiceListElement, words: string) =>
    waitUntil(() => fileWords(el).includes(words), words);

  /** What is sent to the printer. */
  const page = async (): Promise<Document> => {
    await waitUntil(() => printing.printed.length === 1, 'something printed');
    const document = printing.printed[0]?.contentDocument;
    if (!document) throw new Error('The frame is empty.');
    return document;
  };

  const wordsIn = (document: Document, selector: string): (string | null)[] =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

  /** A list whose one invoice no font at hand draws, once that was said. */
  const undrawable = async (change: Partial<InvoiceDetail> = {}): Promise<InvoiceListElement> => {
    const el = await listOf(linesOnly({ ...japanese, ...change }), invoice(1));
    press(el, 'download');
    await untilSaid(el, 'cannot be drawn');
    return el;
  };

  describe('as a file', () => {
    it('is made where the server has none, and says that it is no original', async () => {
      const el = await listOf(linesOnly(), invoice(1));
      press(el, 'download');
      await untilSaved();
      expect(downloads.saved[0]?.name).to.equal('invoice-N-00001.pdf');
      expect(await downloads.text()).to.match(/^%PDF-/);
      await untilSaid(el, 'A copy is saved. It is not the original invoice.');
      expect(parts(el, 'print'), 'paper is offered too').to.have.length(1);
    });

    it('is made without asking for a file where the list says that there is none', async () => {
      let asked = 0;
      const invoicePdf: BillingApi['invoicePdf'] = () => {
        asked += 1;
        return failing('not_found', { status: 404 })();
      };
      const el = await listOf({ ...linesOnly(), invoicePdf }, invoice(1, { pdf: false }));
      press(el, 'download');
      await untilSaved();
      expect(asked).to.equal(0);
    });

    it('bears neither a picture nor a colour where the page has named none', async () => {
      const el = await listOf(linesOnly(), invoice(1));
      press(el, 'download');
      await untilSaved();
      const { operators, text } = await contentOf(await downloads.bytes());
      expect(text).not.to.contain('/Subtype /Image');
      expect(operators).not.to.match(/re\s+f/);
    });

    it('bears the picture and the colour of the brand', async () => {
      const el = await listOf(linesOnly(), invoice(1));
      el.logo = logo;
      el.style.setProperty('--billing-accent', '#ff0000');
      press(el, 'download');
      await untilSaved();
      const { operators, text } = await contentOf(await downloads.bytes());
      expect(text).to.contain('/Subtype /Image');
      expect(text).to.match(/\/Width 1200\s+\/Height 600/);
      expect(operators).to.match(/1\.?0* 0\.?0* 0\.?0* rg\s[^S]*re\s+f/);
    });

    it('is made without a picture where that cannot be had', async () => {
      const el = await listOf(linesOnly(), invoice(1));
      el.logo = 'data:image/png,nothing';
      press(el, 'download');
      await untilSaved();
      expect((await contentOf(await downloads.bytes())).text).not.to.contain('/Subtype /Image');
    });

    it('is not made of what no font at hand draws: paper is offered instead', async () => {
      const el = await undrawable();
      expect(downloads.saved).to.eql([]);
      expect(parts(el, 'print')).to.have.length(1);
      await expect(el).to.be.accessible();
    });

    it('cannot be made without its lines: that is said in the row and told to the page once', async () => {
      const server = { ...linesOnly(), invoice: failing('upstream_unavailable') };
      const el = await listOf(server, invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await untilSaid(el, 'The billing service is not available.');
      expect(heard).to.eql(['invoice-list upstream_unavailable']);
      expect(downloads.saved).to.eql([]);
    });

    it('cannot be made where code of this page breaks: that is another failure', async () => {
      const server = { ...linesOnly(), invoice: () => Promise.reject(new TypeError('broken')) };
      const el = await listOf(server, invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await untilSaid(el, 'A part of this page could not be loaded.');
      expect(heard).to.eql(['invoice-list module_failed']);
    });

    it('is not saved once another account has come', async () => {
      const wait = held<InvoiceDetail>();
      const { invoice: detail, ...answers } = linesOnly();
      const el = await listOf({ ...answers, invoice: () => wait.promise }, invoice(1));
      press(el, 'download');
      await untilSaid(el, 'Making a copy…');
      el.client = serving();
      await settled(el);
      wait.resolve(await (detail?.('n-00001') ?? wait.promise));
      await settled(el);
      expect(downloads.saved).to.eql([]);
      expect(fileWords(el)).to.equal('');
    });
  });

  describe('on paper', () => {
    it('says what the invoice says, with headings that a screen reader knows', async () => {
      const el = await undrawable();
      press(el, 'print');
      const paper = await page();
      expect(paper.title).to.equal('Invoice');
      expect(wordsIn(paper, 'h1')).to.eql(['CopyInvoice']);
      expect(wordsIn(paper, 'caption')).to.eql(['Lines of invoice N-00001']);
      expect(wordsIn(paper, 'th[scope="col"]')).to.eql([
        'Item',
        'Quantity',
        'Unit price',
        'Amount',
      ]);
      expect(wordsIn(paper, 'th[scope="row"]')).to.eql(['サポート、毎月']);
      expect(wordsIn(paper, 'td')).to.eql(['', '', '$100.00']);
      expect(wordsIn(paper, '.sums dd').at(-1)).to.equal('$108.25');
      expect(wordsIn(paper, '.parties p')).to.include('Seller & Sons').and.to.include('Buyer');
      expect(wordsIn(paper, 'footer')).to.eql(['Copy · This is a copy, and no tax document.']);
      expect(paper.defaultView?.getComputedStyle(paper.body).color, 'its own looks').to.equal(
        'rgb(24, 24, 24)',
      );
    });

    it('tells quantity, period and notes where the invoice has them', async () => {
      const price = { amount: '1.50', currency: 'USD' };
      const el = await undrawable({
        notes: 'Thank you. ありがとう',
        lines: [
          {
            description: 'サポート',
            quantity: '1200',
            unitPrice: price,
            amount: { amount: '1800.00', currency: 'USD' },
            period: { start: '2026-02-01T05:00:00Z', end: '2026-03-01T05:00:00Z' },
          },
        ],
      });
      press(el, 'print');
      const paper = await page();
      expect(wordsIn(paper, 'td')).to.eql(['1,200', '$1.50', '$1,800.00']);
      expect(wordsIn(paper, 'th[scope="row"] .quiet').join()).to.contain('2026');
      expect(wordsIn(paper, 'body > p.quiet')).to.eql(['Thank you. ありがとう']);
    });

    it('runs as the page does, in the language of the element', async () => {
      document.documentElement.dir = 'rtl';
      const el = await undrawable();
      el.locale = 'en-GB';
      await settled(el);
      press(el, 'print');
      const { documentElement } = await page();
      expect([documentElement.lang, documentElement.dir]).to.eql(['en-GB', 'rtl']);
    });

    it('is nothing to a screen reader before, and gone after', async () => {
      const el = await undrawable();
      press(el, 'print');
      await page();
      const [frame] = printing.printed;
      expect(frame?.ariaHidden).to.equal('true');
      expect(frame?.inert).to.equal(true);
      expect(frame?.isConnected).to.equal(true);
      printing.close();
      expect(frame?.isConnected).to.equal(false);
    });

    it('leaves the focus in the row', async () => {
      const el = await undrawable();
      press(el, 'print');
      await page();
      printing.close();
      await settled(el);
      expect(focused(el)).to.equal('download');
    });

    it('bears the picture of the brand, drawn before it is printed', async () => {
      const el = await undrawable();
      el.logo = logo;
      press(el, 'print');
      const image = (await page()).querySelector('img');
      expect(image?.complete && image.naturalWidth).to.equal(1200);
      expect(image?.alt).to.equal('');
    });

    it('is not printed where its lines cannot be had: that is said, and may be tried again', async () => {
      let isDown = false;
      const { invoice: detail, ...answers } = linesOnly(japanese);
      const el = await listOf(
        {
          ...answers,
          invoice: (id, options) =>
            isDown || !detail ? failing('network')() : detail(id, options),
        },
        invoice(1),
      );
      press(el, 'download');
      await untilSaid(el, 'cannot be drawn');
      const heard = failuresOf(el);
      isDown = true;
      press(el, 'print');
      await waitUntil(() => heard.length === 1, 'a failure');
      await settled(el);
      expect(heard).to.eql(['invoice-list network']);
      expect(printing.printed).to.eql([]);
      isDown = false;
      press(el, 'print');
      await page();
      await settled(el);
      expect(fileWords(el)).to.equal('');
    });
  });
});
