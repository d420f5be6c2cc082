import type { Line, Money } from '../../billing/types.js';
import { quantityOf } from '../shared/money.js';
import type { StripeLine, StripePreview } from './answers.js';
import { moneyOf } from './money.js';
import { instantOf } from './subscriptions.js';

/** A line of an invoice or of a preview. */
export function lineOf(line: StripeLine): Line {
  const { amount, currency, description, period, pricing } = line;
  const quantity = line.quantity_decimal ?? line.quantity;
  const unitPrice = pricing?.unit_amount_decimal;
  return {
    description: description ?? '',
    kind: kindOf(line),
    ...(quantity !== undefined && { quantity: quantityOf(quantity) }),
    ...(unitPrice !== undefined && { unitPrice: moneyOf(unitPrice, currency) }),
    amount: moneyOf(amount, currency),
    ...(period && { period: { start: instantOf(period.start), end: instantOf(period.end) } }),
  };
}

export const isProration = ({ parent }: StripeLine): boolean =>
  (parent?.subscription_item_details ?? parent?.invoice_item_details)?.proration ?? false;

function kindOf(line: StripeLine): NonNullable<Line['kind']> {
  if (isProration(line)) return 'proration';
  return line.parent?.type === 'subscription_item_details' ? 'plan' : 'other';
}

/** All taxes together; `undefined` where Stripe names none. */
export function taxOf({ currency, total_taxes: taxes }: StripePreview): Money | undefined {
  if (!taxes || taxes.length === 0) return undefined;
  return moneyOf(
    taxes.reduce((sum, { amount }) => sum + amount, 0),
    currency,
  );
}
