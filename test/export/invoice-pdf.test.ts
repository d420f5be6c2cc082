import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import type { InvoiceDetail } from '../../src/billing/types.js';
import { documentOf } from '../../src/elements/invoice-list/invoice-copy.js';
import { invoicePdf } from '../../src/export/invoice-pdf.js';
import type { InvoiceBrand } from '../../src/export/invoice-brand.js';
import { detailOf } from '../support/invoices.js';
import { invoiceSpeech } from '../support/speech.js';

const folder = mkdtempSync(join(tmpdir(), 'invoices-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const rtl = ['he', 'ar', 'ar-EG', 'fa'];

async function copyOf(
  invoice: InvoiceDetail,
  tag: string,
  brand?: InvoiceBrand,
): Promise<string | undefined> {
  const locale = invoiceSpeech(tag, rtl.includes(tag) ? 'rtl' : 'ltr');
  const copy = await invoicePdf(documentOf(invoice, { locale, timeZone: 'UTC' }), brand);
  if (!copy) return undefined;
  const path = join(folder, `${tag}-${invoice.total.currency}.pdf`);
  writeFileSync(path, new Uint8Array(await copy.arrayBuffer()));
  return path;
}

/** What another program reads in the file, its presentation forms turned back into letters. */
const textIn = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).normalize('NFKC');

const picturesIn = (path: string | undefined): number =>
  execFileSync('pdfimages', ['-list', path ?? ''], { encoding: 'utf8' })
    .trim()
    .split('\n').length - 2;

const numbersIn = (text: string): string[] =>
  text.match(/[\p{Nd}][\p{Nd}.,\u00A0\u202F\s٫٬’]*/gu) ?? [];
const digitsOf = (text: string): string =>
  [...text].filter((sign) => /\p{Nd}/u.test(sign)).join('');

describe('The copy of an invoice', () => {
  it('names nobody but those on the invoice, and stays a sound file', async () => {
    const path = (await copyOf(detailOf('USD'), 'en')) ?? '';
    expect(readFileSync(path, 'latin1')).not.to.match(/jspdf|parallax|billing-elements|Producer/i);
    const information = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(information).to.match(/^Title: +Invoice INV-1$/m);
    expect(information).not.to.match(/^(Producer|Creator|Author):/m);
  });

  it('says everything that is on the invoice, and that it is a copy', async () => {
    const path = await copyOf(
      detailOf('USD', { notes: 'Thank you.', amountDue: { amount: '0.00', currency: 'USD' } }),
      'en',
    );
    const text = textIn(path ?? '');
    for (const words of [
      'Invoice',
      'Copy · This is a copy, and no tax document.',
      'INV-1',
      'March 5, 2026',
      'Seller & Sons',
      'Tax ID XX-1',
      'Buyer',
      'Support',
      '$100.00',
      'Sales tax (8.25%)',
      '$8.25',
      '$108.25',
      'Thank you.',
      'Page 1 of 1',
    ]) {
      expect(text).to.contain(words);
    }
  });

  it('repeats the headings of its lines, and counts its pages', async () => {
    const line = { description: 'One of many', amount: { amount: '1.00', currency: 'USD' } };
    const lines = Array.from({ length: 90 }, () => line);
    const path = await copyOf(detailOf('USD', { lines }), 'en');
    const pages = textIn(path ?? '')
      .split('\f')
      .filter((page) => page.trim() !== '');
    expect(pages.length).to.be.greaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).to.contain(`Page ${index + 1} of ${pages.length}`);
      expect(page).to.contain('Copy · This is a copy');
    }
    for (const page of pages.slice(0, -1))
      expect(page).to.match(/Item\s+Quantity\s+Unit price\s+Amount/);
    expect(textIn(path ?? '').match(/One of many/g)).to.have.length(90);
  });

  const cases: readonly (readonly [tag: string, currency: string, description: string])[] = [
    ['pl', 'PLN', 'Wsparcie – żółć, źdźbło'],
    ['el', 'EUR', 'Υποστήριξη για τον Ιανουάριο'],
    ['fr', 'EUR', 'Assistance de l’été, nº 5'],
    ['sv', 'SEK', 'Stöd på svenska'],
    ['uk', 'UAH', 'Підтримка їжака'],
    ['en-IN', 'INR', 'Support in rupees'],
    ['he', 'ILS', 'תמיכה בעברית'],
    ['ar', 'KWD', 'دعم باللغة العربية'],
  ];
  for (const [tag, currency, description] of cases) {
    it(`in ${tag} carries its lines and the exact total in ${currency}`, async () => {
      const amount = currency === 'KWD' ? '1234567.125' : '1234567.10';
      const total = { amount, currency };
      const lines = [{ description, amount: total }];
      const path = await copyOf(detailOf(currency, { lines, total }), tag);
      if (path === undefined) throw new Error('No font draws it.');
      const text = textIn(path);
      const shown = invoiceSpeech(tag).money(total);
      const wanted = digitsOf(shown);
      const found = numbersIn(text).map(digitsOf);
      expect(found.filter((digits) => digits.includes(wanted))).to.have.length.of.at.least(2);
      // The program puts right-to-left words in the order of reading, and leaves their marks out.
      for (const word of description.split(' ')) expect(text).to.contain(word.normalize('NFKC'));
    });

    it(`in ${tag} keeps the sign of a credit`, async () => {
      const total = { amount: '-5.25', currency };
      const path = await copyOf(detailOf(currency, { total, lines: [], taxes: [] }), tag);
      expect(textIn(path ?? '')).to.match(/[-−\u2212]/u);
    });
  }

  it('bears the picture and the colour of a brand, and nothing of them where there is none', async () => {
    // One pixel, as any painting program writes it.
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const png = new Blob([Buffer.from(pixel, 'base64')]);
    const plain = await copyOf(detailOf('USD'), 'en');
    expect(picturesIn(plain)).to.equal(0);
    const logo = { png, width: 320, height: 80 };
    const branded = await copyOf(detailOf('USD'), 'en', { logo, colour: [52, 82, 217] });
    expect(picturesIn(branded)).to.be.greaterThan(0);
    expect(textIn(branded ?? '')).to.contain('$108.25');
  });

  it('has all of its fonts in it', async () => {
    const path = await copyOf(detailOf('EUR'), 'he');
    const fonts = execFileSync('pdffonts', [path ?? ''], { encoding: 'utf8' })
      .split('\n')
      .slice(2);
    const embedded = fonts
      .filter(Boolean)
      .map((row) => /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(row)?.[1]);
    expect(embedded.length).to.be.greaterThan(0);
    expect(new Set(embedded)).to.eql(new Set(['yes']));
  });

  for (const description of ['サポート', 'सहायता', 'ช่วยเหลือ', 'Support 🙂', '支持']) {
    it(`is not made of what no font at hand draws: ${description}`, async () => {
      const lines = [{ description, amount: { amount: '1.00', currency: 'USD' } }];
      expect(await copyOf(detailOf('USD', { lines }), 'en')).to.equal(undefined);
    });
  }
});
