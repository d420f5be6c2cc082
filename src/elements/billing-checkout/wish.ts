import { isDecimal } from '../../billing/decimal.js';
import { isPurpose } from '../../billing/purchase.js';
import type { AutoTopUpRequest, PaymentPurpose } from '../../billing/types.js';
import type { BillingHost } from '../../state/connection.js';

/** What the page asks to be bought, as far as it has said it. */
export interface Wish {
  readonly purpose: PaymentPurpose;
  /** The plan's, the balance's or the invoice's. */
  readonly id: string;
  /** For a reload: how much, in the balance's currency. */
  readonly amount: string | undefined;
  readonly autoTopUp: AutoTopUpRequest | undefined;
}

/** The element, as what it is drawn with knows it. */
export interface CheckoutHost extends BillingHost {
  readonly purpose: string | null;
  readonly planId: string | null;
  readonly balanceId: string | null;
  readonly invoiceId: string | null;
  readonly amount: string | null;
  readonly operationId: string | null;
  readonly autoTopUp: AutoTopUpRequest | undefined;
}

/** `undefined` where something is missing that has to be known before anything can be looked at. */
export function wishOf(host: CheckoutHost): Wish | undefined {
  const { amount, autoTopUp, balanceId, invoiceId, planId, purpose } = host;
  if (!isPurpose(purpose)) return undefined;
  const ids = { plan: planId, support: planId, top_up: balanceId, invoice: invoiceId };
  const id = ids[purpose];
  if (!id) return undefined;
  if (purpose !== 'top_up') return { purpose, id, amount: undefined, autoTopUp: undefined };
  if (amount === null || !isAmount(amount)) return undefined;
  return { purpose, id, amount, autoTopUp };
}

/** What the page has written that means nothing, for its author. */
export function complaintsOf({ amount, purpose }: CheckoutHost): string[] {
  const complaints: string[] = [];
  if (purpose !== null && !isPurpose(purpose)) {
    complaints.push(`purpose is plan, support, top_up or invoice, not "${purpose}".`);
  }
  if (amount !== null && !isAmount(amount)) {
    complaints.push(`amount is a decimal number such as 100.00, not "${amount}".`);
  }
  return complaints;
}

const isAmount = (text: string): boolean => isDecimal(text);
