import type { Invoice, InvoiceDetail, InvoicePage } from '../../billing/types.js';
import {
  bool,
  date,
  decimal,
  fields,
  instant,
  nullable,
  otherwise,
  rows,
  someRows,
  text,
  token,
} from '../read.js';
import type { Read } from '../read.js';
import { idOf, line, money, period, yes } from './parts.js';

const invoiceRequired = {
  id: token,
  number: nullable(text),
  status: token,
  date,
  total: money,
  pdf: otherwise(bool, yes),
};

const invoiceOptional = {
  dueDate: date,
  period,
  amountDue: money,
  description: text,
  kind: token,
  paymentMethod: text,
  payment: fields({}, { failed: bool, nextAttemptAt: instant, canPay: bool }),
};

const invoice = fields(invoiceRequired, invoiceOptional) satisfies Read<Invoice>;

export const invoicePage = fields({
  items: someRows(invoice, idOf),
  nextCursor: nullable(token),
}) satisfies Read<InvoicePage>;

const party = fields({ name: text }, { address: rows(text), taxId: text, email: token });

export const invoiceDetail = fields(
  { ...invoiceRequired, lines: rows(line) },
  {
    ...invoiceOptional,
    seller: party,
    buyer: party,
    notes: text,
    subtotal: money,
    taxes: rows(fields({ name: text, amount: money }, { rate: decimal, inclusive: bool })),
    creditsApplied: money,
    amountPaid: money,
  },
) satisfies Read<InvoiceDetail>;

export const pdfLink = fields({ url: token }, { expiresAt: instant });
