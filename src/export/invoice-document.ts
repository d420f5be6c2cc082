import type { InvoiceDetail, Line } from '../billing/types.js';
import type { Locale } from '../i18n/locale.js';
import type {
  InvoiceDocumentMessages,
  InvoiceListMessages,
  PlanMessages,
} from '../i18n/messages.js';

type DocumentLocale = Locale<PlanMessages & InvoiceListMessages & InvoiceDocumentMessages>;

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Somebody on an invoice, as lines of text. */
export interface Party {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface DocumentLine {
  readonly description: string;
  readonly period: string | undefined;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

export interface Sum extends Fact {
  readonly isTotal: boolean;
}

/** An invoice in words: every text that stands on paper, each amount as it was sent. */
export interface InvoiceDocument {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly copy: string;
  readonly copyNote: string;
  readonly facts: readonly Fact[];
  readonly parties: readonly Party[];
  readonly caption: string;
  readonly headings: readonly [item: string, quantity: string, unitPrice: string, amount: string];
  readonly lines: readonly DocumentLine[];
  readonly sums: readonly Sum[];
  readonly notes: string | undefined;
  readonly page: (page: number, pages: number) => string;
}

export interface DocumentSettings {
  readonly locale: DocumentLocale;
  readonly period: (line: Pick<Line, 'period'>) => string | undefined;
  readonly sums: readonly Sum[];
}

/** Puts an invoice into words. */
export function invoiceDocument(
  invoice: InvoiceDetail,
  { locale, period, sums }: DocumentSettings,
): InvoiceDocument {
  const { messages } = locale;
  const { date, dueDate, kind, lines, notes, number, paymentMethod, status } = invoice;
  const name = number ?? messages.noNumber;
  const fact = (label: string, value: string | undefined): Fact[] =>
    value === undefined ? [] : [{ label, value }];
  return {
    language: locale.tag,
    direction: locale.direction,
    title: messages.invoiceTitle,
    copy: messages.documentCopy,
    copyNote: messages.documentCopyNote,
    facts: [
      ...fact(messages.invoiceNumber, name),
      ...fact(messages.invoiceDate, locale.date(date, 'long')),
      ...fact(messages.documentDueDate, dueDate && locale.date(dueDate, 'long')),
      ...fact(messages.documentPeriod, period(invoice)),
      ...fact(messages.invoiceKind, kind && (messages.invoiceKinds[kind] ?? kind)),
      ...fact(messages.invoiceStatus, messages.invoiceStatuses[status] ?? status),
      ...fact(messages.invoiceMethod, paymentMethod),
    ],
    parties: [
      ...partyOf(messages.documentFrom, invoice.seller, locale),
      ...partyOf(messages.documentTo, invoice.buyer, locale),
    ],
    caption: messages.linesOf(name),
    headings: [messages.lineItem, messages.lineQuantity, messages.linePrice, messages.lineAmount],
    lines: lines.map((line) => ({
      description: line.description,
      period: period(line),
      quantity: line.quantity === undefined ? '' : locale.number(line.quantity),
      unitPrice: line.unitPrice ? locale.money(line.unitPrice) : '',
      amount: locale.money(line.amount),
    })),
    sums,
    notes,
    page: (page, pages) => messages.documentPage(locale.count(page), locale.count(pages)),
  };
}

function partyOf(
  label: string,
  party: InvoiceDetail['seller'],
  { messages }: DocumentLocale,
): Party[] {
  if (!party) return [];
  const { address = [], email, name, taxId } = party;
  const lines = [
    name,
    ...address,
    ...(taxId === undefined ? [] : [messages.documentTaxId(taxId)]),
    ...(email === undefined ? [] : [email]),
  ];
  return [{ label, lines }];
}
