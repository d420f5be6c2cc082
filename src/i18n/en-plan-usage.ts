import { plural } from './en-plural.js';
import type { Words } from './words.js';

/** What `plan-usage` says beside that, in English. */
export const planUsageTexts = {
  currentPlan: 'Current plan',
  noPlan: 'There is no plan yet.',
  byAgreement: 'By agreement',
  /** How often a price is paid, by the contract's interval; `count` is how many of them. */
  every: (interval: string, count: number): string => {
    if (interval === 'one_time') return 'once';
    const unit = interval === 'half_year' ? 'half-year' : interval;
    return count === 1 ? `per ${unit}` : `every ${count} ${unit}s`;
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
  planPastDue: 'The last payment has not arrived. Pay the open invoice to keep the plan.',
  planPaused: 'The plan is paused.',
  cancelsOn: (day: string): string => `The plan ends on ${day}.`,
  changesOn: (plan: string, day: string): string => `Changes to ${plan} on ${day}.`,
  included: (amount: string): string => `${amount} included`,
  /** `included` as it reads, then the price of each one above that. */
  includedThen: (included: string, price: string): string => `${included}, then ${price} each`,
  priceEach: (price: string): string => `${price} each`,
  unlimited: 'Unlimited',
  left: (amount: string): string => `${amount} left`,
  leftOf: (amount: string, granted: string): string => `${amount} left of ${granted}`,
  used: (amount: string): string => `${amount} used`,
  usedOf: (amount: string, granted: string): string => `${amount} of ${granted} used`,
  available: (meter: string): string => `${meter} available`,
  resetsOn: (day: string): string => `Resets on ${day}`,
  expiresOn: (day: string): string => `Expires on ${day}`,
  expiredOn: (day: string): string => `Expired on ${day}`,
  asOf: (time: string): string => `As of ${time}`,
  grants: (count: number, shown: string): string =>
    plural(count, 'Made up of 1 part', `Made up of ${shown} parts, used in this order`),
  balanceStatus: {
    low: 'Running low',
    exhausted: 'Used up',
    expired: 'Expired',
  } as Words,
  balanceLow: (name: string): string => `${name}: running low.`,
  balanceExhausted: (name: string): string => `${name}: used up.`,
  balanceExpired: (name: string): string => `${name}: expired.`,
  grantExpires: (name: string, amount: string, day: string, when: string): string =>
    `${name}: ${amount} expires on ${day}, ${when}.`,
  autoReload: 'Automatic reload',
  autoReloadActive: (amount: string, threshold: string): string =>
    `Adds ${amount} when the balance drops below ${threshold}`,
  autoReloadStatus: {
    unavailable: 'Not available',
    off: 'Off',
    active: 'On',
    failing: 'Not working',
  } as Words,
  autoReloadReasons: {
    first_top_up_needed: 'It can be switched on after the first reload.',
    payment_method_unfit: 'The way to pay on file cannot be used for it.',
    no_permission: 'Only an owner of this account can switch it on.',
    payment_failed: 'The last payment failed.',
    limit_reached: 'Its limit for this period is reached.',
  } as Words,
  changePlan: 'Change plan',
  keepPlan: 'Keep current plan',
  planKept: 'The current plan is kept.',
  reload: 'Reload',
  change: 'Change',
  changeAutoReload: 'Change automatic reload',
  contactSupport: 'Contact support',
  contactNobody: 'Please ask the people who gave you access to this account.',
  /** Why an action is not offered, by the contract's reason. */
  actionReasons: {
    contact_support: 'Your plan is managed with our support team.',
    contact_sales: 'Your plan is managed with our support team.',
    no_permission: 'Only an owner of this account can change the plan or add credits.',
    past_due: 'Pay the open invoice first; then the plan can be changed again.',
    pending_change: 'A change is already on its way.',
  } as Words,
};
