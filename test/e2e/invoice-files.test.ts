import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';
import type { Browser, Download, Page } from 'playwright-core';

import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { invoiceAnswers } from './foreign-invoices.js';
import { startForeignServer } from './foreign-server.js';
import type { ForeignServer } from './foreign-server.js';

/** The server's own files: no page and no program of ours has ever seen these bytes. */
const files = new Map(
  [1, 2, 3].map((number) => [
    `id-${number}`,
    Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      randomBytes(20_000 * number),
      Buffer.from('\n%%EOF\n'),
    ]),
  ]),
);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const price = { amount: '-1234567.125', currency: 'KWD' };

/** What an invoice without a file is drawn from. */
const detailOf = (id: string, description: string, buyer: string): object => ({
  id,
  number: 'F-000009',
  date: '2026-03-05',
  status: 'paid',
  kind: 'support',
  total: price,
  pdf: false,
  subtotal: price,
  lines: [{ kind: 'other', description, amount: price }],
  buyer: { name: buyer },
});

const numbers = ['F-000003', 'F-000002', 'F-000001'];

describe('files of invoices, under the strictest policy', () => {
  let browser: Browser;
  let server: ForeignServer;
  let page: Page;
  let complaints: Complaints;
  let folder: string;

  /** Invoices with files of the server, or one whose lines alone are known. */
  const open = async (description?: string, buyer = 'Buyer'): Promise<void> => {
    const listed = numbers.map((number, index) => ({
      id: `id-${3 - index}`,
      number,
      date: '2026-03-05',
      status: 'paid',
      kind: 'usage',
      total: { amount: '10.00', currency: 'EUR' },
      pdf: description === undefined,
    }));
    const rest = invoiceAnswers([...listed].reverse());
    server = await startForeignServer({
      page: `<invoice-list api-base="/billing/acme"></invoice-list>`,
      answers: (resource, query) => {
        const [, id = '', isFile] = /^\/invoices\/([^/]+)(\/pdf)?$/.exec(resource) ?? [];
        if (isFile) return files.get(id);
        if (id !== '' && id !== 'upcoming' && description !== undefined) {
          return detailOf(id, description, buyer);
        }
        return rest(resource, query);
      },
    });
    ({ page, complaints } = await openPage(browser, { acceptDownloads: true }));
    // Nobody is there to close the browser's own dialog; what would be printed is looked at instead.
    await page.addInitScript(() => {
      window.print = () => {
        Reflect.set(window.parent, 'printed', document.documentElement.outerHTML);
      };
    });
    await page.goto(server.origin);
  };

  const saved = async (button: string): Promise<Download> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).first().click();
    return download;
  };

  beforeAll(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), 'invoice-files-'));
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  afterEach(async () => {
    await page.context().close();
    await server.close();
    const errors = complaints.errors.filter((text) => !text.includes('status of 404'));
    expect([...errors, ...complaints.violations]).to.eql([]);
  });

  it('are the server’s own, byte for byte', async () => {
    await open();
    const download = await saved('Download PDF, invoice F-000002');
    expect(download.suggestedFilename()).to.equal('invoice-F-000002.pdf');
    const bytes = await readFile(await download.path());
    expect(sha256(bytes)).to.equal(sha256(files.get('id-2') ?? Buffer.of()));
  });

  it('are packed as they are where several are chosen', async () => {
    await open();
    await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
    const download = await saved('Download PDFs');
    const path = join(folder, 'invoices.zip');
    await download.saveAs(path);
    const packed = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trim().split('\n');
    expect(packed).to.have.members(numbers.map((number) => `invoice-${number}.pdf`));
    numbers.forEach((number, index) => {
      const bytes = execFileSync('unzip', ['-p', path, `invoice-${number}.pdf`]);
      expect(sha256(bytes), number).to.equal(sha256(files.get(`id-${3 - index}`) ?? Buffer.of()));
    });
  });

  it('are copies where the server has none, with the exact total', async () => {
    await open('Wsparcie – żółć, תמיכה');
    const download = await saved('Download PDF');
    const path = join(folder, 'copy.pdf');
    await download.saveAs(path);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    for (const words of ['F-000009', 'Wsparcie – żółć', 'Copy · This is a copy', '1,234,567.125']) {
      expect(text).to.contain(words);
    }
  });

  it('are printed where no font at hand draws them', async () => {
    await open('サポート、毎月', '株式会社サンプル');
    await page.getByRole('button', { name: 'Download PDF' }).first().click();
    await page.getByRole('button', { name: 'Print' }).first().click();
    await page.waitForFunction(() => Reflect.has(globalThis, 'printed'));
    const printed = await page.evaluate(() => Reflect.get(globalThis, 'printed') as string);
    expect(printed).to.contain('サポート、毎月').and.to.contain('株式会社サンプル');
    expect(printed).to.contain('1,234,567.125');
  });
});
