import type { Invoice, InvoiceDetail, Money } from '../../src/billing/types.js';

/** An invoice as a server might send it, with single fields replaced. */
function invoiceOf(change: Partial<Invoice> = {}): Invoice {
  return {
    id: 'inv_1',
    number: 'INV-1',
    status: 'paid',
    date: '2026-03-05',
    total: { amount: '108.25', currency: 'USD' },
    pdf: true,
    ...change,
  };
}

/** The same with lines, all in one currency. */
export function detailOf(currency: string, change: Partial<InvoiceDetail> = {}): InvoiceDetail {
  const money = (amount: string): Money => ({ amount, currency });
  return {
    ...invoiceOf({ total: money('108.25') }),
    seller: { name: 'Seller & Sons', address: ['1 Street', 'City'], taxId: 'XX-1' },
    buyer: { name: 'Buyer', address: ['2 Avenue', 'Town'] },
    lines: [
      {
        description: 'Support',
        quantity: '1',
        unitPrice: money('100.00'),
        amount: money('100.00'),
      },
    ],
    subtotal: money('100.00'),
    taxes: [{ name: 'Sales tax', rate: '8.25', inclusive: false, amount: money('8.25') }],
    ...change,
  };
}
