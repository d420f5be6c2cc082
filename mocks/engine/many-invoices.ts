/** Thousands of invoices that exist only while they are looked at. */
import { addDays } from '../../src/billing/dates.js';
import type { Invoice } from '../../src/billing/types.js';
import { hashOf } from '../generate/random.js';
import type { Calendar } from './calendar.js';
import type { InvoiceRecord } from './state.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const kinds: readonly InvoiceRecord['kind'][] = ['plan', 'usage', 'support', 'top_up', 'other'];

const descriptions: readonly string[] = [
  'Advanced, monthly',
  'חשבונית חודשית – תוכנית מתקדמת',
  'فاتورة الاستخدام لشهر سابق',
  'Reload 🚆💬 (approved by regional controlling, cost centre 4711, reference 2026/Q1/passenger-services)',
  '=SUM(A1:A9) is only a description',
];

/** The nth invoice of so many, newest first; three a day. */
export function manyInvoice(index: number, count: number, calendar: Calendar): InvoiceRecord {
  const number = `INV-${String(count - index).padStart(6, '0')}`;
  const chance = hashOf(number);
  const kind = kinds[chance % kinds.length] ?? 'other';
  const description = descriptions[(chance >>> 8) % descriptions.length] ?? '';
  const net = `${50 + ((chance >>> 4) % 100_000)}.${String((chance >>> 12) % 100).padStart(2, '0')}`;
  const date = addDays(calendar.opening, -1 - Math.floor(index / 3));
  return {
    id: number.toLowerCase(),
    number,
    date,
    due: addDays(date, 14),
    kind,
    description,
    lines: [{ description, kind: 'other', quantity: '1', unitPrice: usd(net), amount: usd(net) }],
    tax: undefined,
    period: undefined,
    method: chance % 3 === 0 ? 'PayPal' : 'Visa •••• 4242',
    status: statusOf(index, chance),
    payment: undefined,
  };
}

/** Nearly all are paid; only the newest may still be open. */
function statusOf(index: number, chance: number): Invoice['status'] {
  if (index < 3) return 'open';
  const dice = (chance >>> 16) % 100;
  return dice < 94 ? 'paid' : dice < 97 ? 'refunded' : dice < 99 ? 'void' : 'uncollectible';
}
