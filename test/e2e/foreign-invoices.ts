/**
 * Invoices as a backend that shares no code with this project may hold them: in an array, with
 * several of one day, so that days lie across the borders of pages.
 */
export interface ForeignInvoice {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly status: string;
  readonly kind: string;
  readonly total: { readonly amount: string; readonly currency: string };
}

/** Amounts as they are written in three currencies; every seventh is a credit note. */
function totalOf(index: number): ForeignInvoice['total'] {
  const sign = index % 7 === 3 ? '-' : '';
  const [currency, fraction] = (
    [
      ['EUR', '.40'],
      ['JPY', ''],
      ['KWD', '.125'],
    ] as const
  )[index % 3] ?? ['EUR', '.40'];
  return { amount: `${sign}${100 + index}${fraction}`, currency };
}

/** So many invoices, the oldest first; up to three a day. */
export function makeInvoices(count: number): ForeignInvoice[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(index / 3)));
    const number = `F-${String(index + 1).padStart(6, '0')}`;
    return {
      id: `id-${index + 1}`,
      number,
      date: day.toISOString().slice(0, 10),
      status: index % 10 === 9 ? 'void' : 'paid',
      kind: ['usage', 'support', 'top_up'][index % 3] ?? 'usage',
      total: totalOf(index),
    };
  });
}

/** What the invoices' own answers are; everything else is left to the server. */
export function invoiceAnswers(
  invoices: readonly ForeignInvoice[],
): (resource: string, query: URLSearchParams) => object | undefined {
  return (resource, query) => {
    if (resource === '/account') return account;
    return resource === '/invoices' ? pageOf(invoices, query) : undefined;
  };
}

const account = {
  id: 'acme',
  name: 'Acme',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  meters: [],
  can: { viewInvoices: { allowed: true } },
};

/** The cursor names the last invoice that was given, so that a new one moves no page. */
function pageOf(invoices: readonly ForeignInvoice[], query: URLSearchParams): object {
  const isAscending = query.get('order') === 'asc';
  const [status, from, to] = [query.get('status'), query.get('from'), query.get('to')];
  const found = invoices.filter(
    (invoice) =>
      (status === null || invoice.status === status) &&
      (from === null || invoice.date >= from) &&
      (to === null || invoice.date < to),
  );
  const ordered = isAscending ? found : [...found].reverse();
  const after = query.get('cursor');
  const start = after === null ? 0 : ordered.findIndex(({ id }) => `after ${id}` === after) + 1;
  const items = ordered.slice(start, start + Number(query.get('limit') ?? '20'));
  const isLast = start + items.length >= ordered.length;
  return { items, nextCursor: isLast ? null : `after ${items.at(-1)?.id ?? ''}` };
}
