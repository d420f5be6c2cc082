import { expect } from 'chai';

import type { Invoice } from '../../src/billing/types.js';
import { loadCsvWriter } from '../../src/export/csv.js';
import { invoicesCsv } from '../../src/export/invoices-csv.js';
import { recordsOf, textOf } from './csv-files.js';

const words: Parameters<typeof invoicesCsv>[2] = {
  number: 'Number',
  date: 'Date',
  dueDate: 'Due date',
  kind: 'Kind',
  description: 'Description',
  status: 'Status',
  paymentMethod: 'Payment method',
  total: 'Total',
  amountDue: 'Amount due',
  currency: 'Currency',
};

const plain: Invoice = {
  id: 'inv_1',
  number: 'INV-1',
  status: 'paid',
  date: '2026-03-05',
  total: { amount: '1000.00', currency: 'USD' },
  pdf: true,
};

const fileOf = async (...invoices: readonly Invoice[]): Promise<Blob> =>
  invoicesCsv(await loadCsvWriter(), invoices, words);

/** The one row that an invoice makes, as it stands in the file. */
const rowOf = async (change: Partial<Invoice>): Promise<string> => {
  const text = await textOf(await fileOf({ ...plain, ...change }));
  return text.split('\r\n')[1] ?? '';
};

describe('a list of invoices as CSV', () => {
  it('has one row an invoice in the order of the list, under one row of headers', async () => {
    const file = await fileOf(plain, { ...plain, id: 'inv_2', number: 'INV-2' });
    const [head, ...rows] = await recordsOf(file);
    expect(head).to.eql(Object.values(words));
    expect(rows.map(([number]) => number)).to.eql(['INV-1', 'INV-2']);
  });

  it('tells of everything in its own column', async () => {
    const row = await rowOf({
      status: 'open',
      dueDate: '2026-03-26',
      kind: 'top_up',
      description: 'Reload, "large"',
      paymentMethod: 'Wire transfer',
      amountDue: { amount: '500.00', currency: 'USD' },
    });
    expect(row).to.match(
      /^"INV-1",2026-03-05,2026-03-26,"[^"]+","Reload, ""large""","[^"]+","Wire transfer",1000\.00,500\.00,"USD"$/,
    );
  });

  const amounts: readonly (readonly [amount: string, currency: string])[] = [
    ['-12.50', 'EUR'],
    ['1500', 'JPY'],
    ['5.125', 'KWD'],
    ['10.450', 'HUF'],
    ['123456789012345678901234567890.12', 'USD'],
  ];
  for (const [amount, currency] of amounts) {
    it(`writes ${amount} ${currency} bare, digit by digit, with the currency beside it`, async () => {
      const row = await rowOf({ total: { amount, currency } });
      expect(row.endsWith(`,${amount},,"${currency}"`)).to.equal(true);
    });
  }

  it('leaves empty what the server did not say', async () => {
    expect(await rowOf({ number: null })).to.match(/^,2026-03-05,,,,"[^"]+",,1000\.00,,"USD"$/);
  });

  it('lets no text come to life in a spreadsheet', async () => {
    const row = await rowOf({ number: '=1+1', description: '@SUM(A1)', paymentMethod: '+49 30' });
    expect(row).to.contain(`"'=1+1"`).and.to.contain(`"'@SUM(A1)"`).and.to.contain(`"'+49 30"`);
  });
});
