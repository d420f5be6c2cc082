import type { AutoTopUpRequest, Decimal, PaymentPurpose } from './types.js';

/** What the payment page is asked to sell, or which payment it tells of. */
export interface CheckoutOrder {
  readonly purpose: PaymentPurpose;
  readonly planId?: string | undefined;
  readonly balanceId?: string | undefined;
  readonly invoiceId?: string | undefined;
  /** In the balance's currency. */
  readonly amount?: Decimal | undefined;
  readonly autoTopUp?: AutoTopUpRequest | undefined;
  readonly operationId?: string | undefined;
}
