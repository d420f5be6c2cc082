import type { Words } from './words.js';

/** What is said of every plan, be it the account's own or one for support, in English. */
export const planTexts = {
  currentPlan: 'Current plan',
  byAgreement: 'By agreement',
  /** How often a price is paid, by the contract's interval; `count` is how many of them, as `shown` reads. */
  every: (interval: string, count: number, shown: string): string => {
    if (interval === 'one_time') return 'once';
    const unit = interval === 'half_year' ? 'half-year' : interval;
    return count === 1 ? `per ${unit}` : `every ${shown} ${unit}s`;
  },
  subscriptionStatus: {
    trialing: 'Trial',
    active: 'Active',
    past_due: 'Payment overdue',
    paused: 'Paused',
    canceled: 'Canceled',
  } as Words,
  period: 'Current period',
  renewal: 'Renewal',
  renewsOn: (day: string): string => `Renews on ${day}`,
  doesNotRenew: 'Does not renew',
  trialEndsOn: (day: string, when: string): string => `The trial ends on ${day}, ${when}.`,
  changesOn: (plan: string, day: string): string => `Changes to ${plan} on ${day}.`,
  included: (amount: string): string => `${amount} included`,
  /** `included` as it reads, then the price of each one above that. */
  includedThen: (included: string, price: string): string => `${included}, then ${price} each`,
  priceEach: (price: string): string => `${price} each`,
  unlimited: 'Unlimited',
  change: 'Change',
  featureIncluded: 'Included',
  featureNotIncluded: 'Not included',
  contactSupport: 'Contact support',
  contactNobody: 'Please ask the people who gave you access to this account.',
  invoiceMethod: 'Payment method',
  payInvoice: 'Pay invoice',
  payAmount: (amount: string): string => `Pay ${amount}`,
  wayExpires: (month: string): string => `Expires ${month}`,
  noWays: 'There is no way to pay on file for this account.',
  /** Why an action is not offered, by the contract's reason. */
  actionReasons: {
    contact_support: 'Your plan is managed with our support team.',
    contact_sales: 'Your plan is managed with our support team.',
    no_permission: 'Only an owner of this account can change the plan or add credits.',
    past_due: 'Pay the open invoice first; then the plan can be changed again.',
    pending_change: 'A change is already on its way.',
  } as Words,
};
