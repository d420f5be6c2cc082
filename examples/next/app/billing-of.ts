import { createHttpClient } from 'billing-elements';
import type { BillingApi } from 'billing-elements';

/** The billing of one account: here a service of yours that speaks the contract, or any `BillingApi`. */
export function billingOf(account: string): BillingApi {
  return createHttpClient({ apiBase: `${process.env.BILLING_SERVICE}/accounts/${account}` });
}
