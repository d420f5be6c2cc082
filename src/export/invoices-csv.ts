import type { Invoice } from '../billing/types.js';
import type { CsvCell } from './csv-cells.js';
import { writeRows } from './csv-rows.js';
import { csvFile } from './csv.js';
import type { CsvColumn, CsvWriter } from './csv.js';

/** What the file says in words, in the language of the page. */
export interface InvoiceCsvWords {
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly kind: string;
  readonly description: string;
  readonly status: string;
  readonly paymentMethod: string;
  readonly total: string;
  readonly amountDue: string;
  readonly currency: string;
}

/** Invoices as a CSV file: amounts as they were sent, and their currency beside them. */
export async function invoicesCsv(
  csv: CsvWriter,
  invoices: readonly Invoice[],
  words: InvoiceCsvWords,
): Promise<Blob> {
  const columns: CsvColumn[] = [
    { name: words.number, kind: 'text' },
    { name: words.date, kind: 'date' },
    { name: words.dueDate, kind: 'date' },
    { name: words.kind, kind: 'text' },
    { name: words.description, kind: 'text' },
    { name: words.status, kind: 'text' },
    { name: words.paymentMethod, kind: 'text' },
    { name: words.total, kind: 'number' },
    { name: words.amountDue, kind: 'number' },
    { name: words.currency, kind: 'text' },
  ];
  const cells = (invoice: Invoice): readonly CsvCell[] => [
    invoice.number,
    invoice.date,
    invoice.dueDate,
    invoice.kind,
    invoice.description,
    invoice.status,
    invoice.paymentMethod,
    invoice.total.amount,
    invoice.amountDue?.amount,
    invoice.total.currency,
  ];
  return csvFile([csv.header(columns), await writeRows(csv, columns, invoices, cells)]);
}
