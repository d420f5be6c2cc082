import { isZero } from '../../billing/decimal.js';
import type { InvoiceDetail, Money } from '../../billing/types.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** What an invoice comes to, or a step on the way to it. */
export interface Sum {
  readonly label: string;
  readonly amount: Money;
  readonly isTotal?: boolean;
}

/** Every sum that the server names, in the order in which they lead to each other. */
export function sumsOf(invoice: InvoiceDetail, { messages, ...formats }: Locale): readonly Sum[] {
  const { amountDue, amountPaid, creditsApplied, subtotal, taxes = [], total } = invoice;
  const taxLabel = ({ inclusive, name, rate }: (typeof taxes)[number]): string => {
    const tax = rate === undefined ? name : messages.taxAt(name, formats.number(rate));
    return inclusive ? messages.taxIncluded(tax) : tax;
  };
  const some = (label: string, amount: Money | undefined): Sum[] =>
    amount ? [{ label, amount }] : [];
  return [
    ...some(messages.subtotal, subtotal),
    ...taxes.map((tax) => ({ label: taxLabel(tax), amount: tax.amount })),
    { label: messages.invoiceTotal, amount: total, isTotal: true },
    ...some(
      messages.creditsApplied,
      creditsApplied && !isZero(creditsApplied.amount) ? creditsApplied : undefined,
    ),
    ...some(messages.amountPaid, amountPaid),
    ...some(messages.amountDue, amountDue),
  ];
}
