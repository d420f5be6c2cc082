import { addDays } from '../billing/dates.js';
import type { Invoice, InvoiceDetail, InvoicePage } from '../billing/types.js';
import { inOrder, must, needs } from './check.js';
import { mustRefuseCursor, paged } from './paging.js';
import { problemOf } from './probe.js';
import type { Probe } from './probe.js';

const path = '/invoices';

/** The first invoices, in one order. */
async function invoices(probe: Probe, query: Record<string, string | number> = {}) {
  const page = await probe.readOffered<InvoicePage>(path, { query: { limit: 100, ...query } });
  return page.items;
}

async function someInvoices(probe: Probe): Promise<readonly Invoice[]> {
  const items = await invoices(probe);
  needs(items.length > 0, 'The account has no invoices.');
  return items;
}

function mustBeOrdered(items: readonly Invoice[], order: 'asc' | 'desc'): void {
  for (const [index, { id, date }] of items.entries()) {
    const before = items[index - 1]?.date ?? date;
    const isRight = order === 'asc' ? before <= date : before >= date;
    must(isRight, `${order}: ${id} of ${date} comes after one of ${before}.`);
  }
}

const idOf = ({ id }: Invoice): string => `${path}/${encodeURIComponent(id)}`;

async function lookAtPdf(probe: Probe, invoice: Invoice): Promise<string> {
  const { asked, status, headers, text, bytes, faults } = await probe.ask(`${idOf(invoice)}/pdf`);
  if (status === 202) {
    must(headers.has('Retry-After'), `${asked} answers 202 without Retry-After.`);
    return 'being made';
  }
  must(status === 200, `${asked} answers ${status} with ${problemOf(text)?.code}.`);
  must(faults.length === 0, `${asked}: ${faults.join(', ')}.`);
  const type = headers.get('Content-Type') ?? '';
  if (type.startsWith('application/json')) {
    const { url } = JSON.parse(text) as { readonly url: string };
    must(url.startsWith('https://'), `${asked} links to ${url}.`);
    return 'a link';
  }
  must(type.startsWith('application/pdf'), `${asked} answers with ${type}.`);
  const isFile = text.startsWith('%PDF-') && text.slice(-1024).includes('%%EOF');
  must(isFile, `${asked} answers with ${bytes.length} bytes that are no PDF.`);
  return `a file of ${bytes.length} bytes`;
}

export const invoiceChecks = inOrder(
  {
    id: 'invoices.shape',
    clause: 'GET /invoices lists invoices, at most `limit` of them, and 20 where nothing is said.',
    run: async (probe) => {
      const all = await invoices(probe);
      const { items } = await probe.read<InvoicePage>(path);
      must(items.length <= 20, `${items.length} came where no limit was given.`);
      const two = (await probe.read<InvoicePage>(path, { query: { limit: 2 } })).items;
      must(two.length <= 2, `${two.length} came where 2 were asked for.`);
      return `${all.length} of at most 100`;
    },
  },
  {
    id: 'invoices.order',
    clause: 'Invoices come by date, newest first unless asked otherwise.',
    run: async (probe) => {
      const items = await someInvoices(probe);
      mustBeOrdered(items, 'desc');
      mustBeOrdered(await invoices(probe, { order: 'desc' }), 'desc');
      mustBeOrdered(await invoices(probe, { order: 'asc' }), 'asc');
      return `${items[0]?.date} to ${items.at(-1)?.date}`;
    },
  },
  {
    id: 'invoices.pages',
    clause: 'Page after page gives each invoice once, in order, and the last page ends with null.',
    run: async (probe) => {
      const whole = (await someInvoices(probe)).map(({ id }) => id);
      const limit = Math.max(1, Math.ceil(whole.length / 3));
      const ids = await paged(probe, path, { limit }, 5);
      const isSame = whole.every((id, index) => index >= ids.length || ids[index] === id);
      must(isSame, `In pages of ${limit} the order is another one.`);
      must(
        ids.length >= whole.length,
        `In pages of ${limit} there are ${ids.length}, at once ${whole.length}.`,
      );
      return `${ids.length} in pages of ${limit}`;
    },
  },
  {
    id: 'invoices.unknown-cursor',
    clause: 'GET /invoices refuses a cursor that it did not give as invalid_request.',
    run: async (probe) => {
      await invoices(probe);
      return mustRefuseCursor(probe, path, {});
    },
  },
  {
    id: 'invoices.refuses-limit',
    clause: 'GET /invoices refuses a limit that is not from 1 to 100 as invalid_request.',
    run: async (probe) => {
      await invoices(probe);
      for (const limit of ['0', '101', 'many']) {
        await probe.refusal(path, ['invalid_request'], { query: { limit } });
      }
      return '0, 101, many';
    },
  },
  {
    id: 'invoices.range',
    clause: 'Invoices are of [from, to), by their date.',
    run: async (probe) => {
      const { id, date } = (await someInvoices(probe)).at(-1) ?? { id: '', date: '' };
      const day = await invoices(probe, { from: date, to: addDays(date, 1) });
      must(
        day.some((one) => one.id === id),
        `${id} of ${date} is not among those of that day.`,
      );
      const stranger = day.find((one) => one.date !== date);
      must(
        stranger === undefined,
        `${stranger?.id} of ${stranger?.date} is among those of ${date}.`,
      );
      const before = await invoices(probe, { to: date });
      must(!before.some((one) => one.id === id), `${id} of ${date} is among those before it.`);
      return `${date}: ${day.length}`;
    },
  },
  {
    id: 'invoices.status',
    clause: 'Invoices of a status are those that have it.',
    run: async (probe) => {
      const { status } = (await someInvoices(probe))[0] ?? { status: '' };
      const some = await invoices(probe, { status });
      const stranger = some.find((one) => one.status !== status);
      must(stranger === undefined, `${stranger?.id} is ${stranger?.status}, not ${status}.`);
      must(some.length > 0, `None is ${status}, but the list has one.`);
      return `${status}: ${some.length}`;
    },
  },
  {
    id: 'invoice.detail',
    clause: 'GET /invoices/{id} is the invoice of the list, with its lines.',
    run: async (probe) => {
      const [row] = (await someInvoices(probe)).filter(({ id }) => id !== 'upcoming');
      needs(row !== undefined, 'The account has no invoices.');
      const detail = await probe.read<InvoiceDetail>(idOf(row));
      must(detail.id === row.id, `It has the id ${detail.id}, the row has ${row.id}.`);
      const [one, other] = [row.total, detail.total].map((m) => `${m.amount} ${m.currency}`);
      must(one === other, `It comes to ${other}, the row says ${one}.`);
      return `${row.id}: ${detail.lines.length} lines, ${one}`;
    },
  },
  {
    id: 'invoice.unknown',
    clause: 'An invoice that there is not is not_found.',
    run: async (probe) => {
      await invoices(probe);
      const answer = await probe.refusal(`${path}/no-such-invoice-anywhere`, ['not_found']);
      must(answer.status === 404, `It answers ${answer.status}.`);
      return '404';
    },
  },
  {
    id: 'invoice.pdf',
    clause: 'The PDF of an invoice is a file, a link by https:, or 202 with Retry-After.',
    run: async (probe) => {
      const row = (await someInvoices(probe)).find(
        ({ pdf }) => (pdf as boolean | undefined) ?? true,
      );
      needs(row !== undefined, 'No invoice has one.');
      return `${row.id}: ${await lookAtPdf(probe, row)}`;
    },
  },
  {
    id: 'invoice.no-pdf',
    clause: 'An invoice that says it has no PDF answers with a problem.',
    run: async (probe) => {
      const row = (await someInvoices(probe)).find(
        ({ pdf }) => !((pdf as boolean | undefined) ?? true),
      );
      needs(row !== undefined, 'Every invoice has one.');
      const codes = ['not_supported', 'not_found'];
      return `${row.id}: ${(await probe.refusal(`${idOf(row)}/pdf`, codes)).code}`;
    },
  },
);
