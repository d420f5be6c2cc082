import { pluralRules } from './intl.js';

/** One word for one, another for the rest: English knows no more forms. */
const plural = (count: number, one: string, other: string): string =>
  pluralRules('en').select(count) === 'one' ? one : other;

/** Words for values of the contract; a value that is not here is shown as it was sent. */
type Words = Readonly<Record<string, string>>;

export const messages = {
  // What all elements say
  loading: 'Loading…',
  takingLonger: 'This is taking longer than usual.',
  retry: 'Try again',
  signedOut: 'You are signed out.',
  signIn: 'Sign in again',
  denied: 'You do not have access to this.',
  offline: 'You are offline. This goes on by itself when the connection is back.',
  staleSince: (time: string): string => `Last updated at ${time}.`,
  someMissing: 'Some of this could not be loaded.',
  setAside: (count: number, shown: string): string =>
    plural(count, '1 entry could not be shown.', `${shown} entries could not be shown.`),
  retryingIn: (seconds: number): string =>
    `Trying again in ${plural(seconds, '1 second', `${seconds} seconds`)}.`,
  requestId: (id: string): string => `Request ${id}`,
  notAvailable: 'not available',
  close: 'Close',
  /** By the code of a `BillingError`. */
  errors: {
    network: 'The billing service cannot be reached. Check your connection and browser extensions.',
    timeout: 'The billing service did not answer in time.',
    bad_response: 'The billing service gave an answer that could not be read.',
    wrong_account: 'The billing service answered for another account.',
    unsafe_url: 'The billing service named an address that is not safe to open.',
    module_failed: 'A part of this page could not be loaded.',
    not_connected: 'This page has not said where its billing data comes from.',
    unauthenticated: 'You are signed out.',
    forbidden: 'You do not have access to this.',
    not_found: 'The billing service does not know this account.',
    not_supported: 'This is not offered here.',
    invalid_request: 'The billing service did not accept the request.',
    conflict: 'This changed in the meantime.',
    rate_limited: 'The billing service is busy.',
    upstream_unavailable: 'The billing service is not available.',
  } as Words,
  otherError: (code: string): string => `Something went wrong (${code}).`,

  // plan-usage
  planAndUsage: 'Plan & Usage',
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
  balanceLow: (name: string): string => `${name} is running low.`,
  balanceExhausted: (name: string): string => `${name} is used up.`,
  balanceExpired: (name: string): string => `${name} has expired.`,
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

  // usage-chart
  usage: 'Usage',
  usagePeriod: 'Period',
  rangesByDay: 'Date',
  rangesByMonth: 'Month',
  /** The filters, by their value. */
  rangeNames: {
    '1w': '1 week',
    '2w': '2 weeks',
    '4w': '4 weeks',
    '1m': '1 month',
    '2m': '2 months',
    '3m': '3 months',
    '6m': '6 months',
    custom: 'Custom',
  } as Words,
  rangeFrom: 'From',
  rangeTo: 'To',
  dateMissing: 'Choose a date.',
  dateTooEarly: (first: string): string => `Choose ${first} or a later day.`,
  dateTooLate: (last: string): string => `Choose ${last} or an earlier day.`,
  endsBeforeStart: 'The end is before the start.',
  rangeTooLong: (days: number, shown: string): string =>
    plural(days, 'Choose a single day.', `Choose at most ${shown} days.`),
  chooseRange: 'Choose dates to see the usage.',
  meter: 'Meter',
  groupBy: 'Group by',
  groupByNone: 'None',
  total: 'Total',
  /** By what a bar stands for. */
  averagePer: { day: 'Average per day', month: 'Average per month' } as Words,
  inTimeZone: (zone: string): string => `Time zone ${zone}`,
  updated: (time: string): string => `Updated ${time}`,
  stillRunning: (bar: string): string => `${bar} is not over yet.`,
  soFar: (bar: string): string => `${bar} (so far)`,
  partialMark: 'so far',
  noData: 'No data',
  gaps: (count: number, shown: string, granularity: string): string =>
    plural(count, `No data for 1 ${granularity}.`, `No data for ${shown} ${granularity}s.`),
  perBar: (shown: string, granularity: string): string => `Each bar is ${shown} ${granularity}s.`,
  otherGroups: (shown: string): string => `${shown} others`,
  noUsage: 'No usage in this period.',
  noMeter: 'Usage is not measured for this account.',
  showAsTable: 'Show as table',
  showAsChart: 'Show as chart',
  chartHint: 'Left and right arrow keys move over the bars.',
  /** Names the chart for those who do not see it. */
  chartSummary: (meter: string, dates: string, total: string, average: string | undefined): string =>
    [`${meter}, ${dates}`, `${total} in total`, average && `${average} on average`]
      .filter(Boolean)
      .join(', '),
  /** What one bar says. */
  barSays: (bar: string, value: string): string => `${bar}: ${value}`,
  tableOf: (meter: string, dates: string): string => `${meter}, ${dates}`,
  barDates: { day: 'Date', month: 'Month' } as Words,
  moreRows: (shown: string): string => `Show ${shown} more rows`,
  rowsShown: (shown: string, all: string): string => `The first ${shown} of ${all} rows.`,
  exportCsv: 'Export CSV',
  exportSummary: 'Summary',
  exportRecords: 'All records',
  exportCancel: 'Cancel export',
  exporting: (rows: string, total: string | undefined): string =>
    total === undefined
      ? `Exporting, ${rows} records so far`
      : `Exporting ${rows} of ${total} records`,
  exported: 'The file is saved.',
  exportMissing: (missing: number, shown: string): string =>
    plural(
      missing,
      'The export stopped: 1 record is missing.',
      `The export stopped: ${shown} records are missing.`,
    ),
  exportStopped: 'The export stopped: some records are missing.',
  exportFailed: 'The file could not be made.',
  exportPart: 'Save incomplete file',
  csvNote: 'Note',
};
