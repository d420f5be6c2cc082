import { plural } from './en-plural.js';
import type { Words } from './words.js';

/** What `plan-usage` says beside what is said of every plan, in English. */
export const planUsageTexts = {
  noPlan: 'There is no plan yet.',
  planPastDue: 'The last payment has not arrived. Pay the open invoice to keep the plan.',
  planPaused: 'The plan is paused.',
  cancelsOn: (day: string): string => `The plan ends on ${day}.`,
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
  changeAutoReload: 'Change automatic reload',
};
