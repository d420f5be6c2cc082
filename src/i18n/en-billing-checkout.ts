import { unitsOf } from './en-units.js';
import type { Words } from './words.js';

/** What the payment page says beside the others, in English. */
export const billingCheckoutTexts = {
  // What is bought
  purchaseKinds: {
    plan: 'New plan',
    support: 'New support plan',
    top_up: 'Reload',
    invoice: 'Invoice',
  } as Words,
  replacesPlan: (plan: string): string => `Replaces ${plan}`,
  takesEffectNow: 'Takes effect at once',
  takesEffectOn: (day: string): string => `Takes effect on ${day}`,
  invoiceDated: (day: string): string => `Dated ${day}`,
  buysUnits: unitsOf,
  /** Why nothing can be bought. */
  hindrances: {
    nothing_chosen: 'Nothing has been chosen to pay for.',
    unknown_return: 'This page does not know which payment you come back from.',
    not_offered: 'This is not offered for this account.',
    current_plan: 'You have this plan already.',
    by_agreement: 'This plan is by agreement. Please turn to the support team.',
    paid: 'This invoice is paid.',
    not_payable: 'There is nothing to pay here on this invoice.',
    past_due: 'Pay the open invoice first; then the plan can be changed again.',
    pending_change: 'A change is already on its way.',
  } as Words,

  // What it costs
  costs: 'What it costs',
  costItem: 'Item',
  costAmount: 'Amount',
  costEstimate: 'Amount (estimate)',
  estimate: 'Estimate',
  timesPrice: (quantity: string, price: string): string => `${quantity} × ${price}`,
  tax: 'Tax',
  invoiceTotal: 'Total',
  creditsApplied: 'Credits applied',
  paidAlready: 'Paid already',
  dueNow: 'Due now',
  nextPayment: (day: string): string => `Next payment on ${day}`,
  costUnknown: 'The billing service does not say beforehand what this costs.',

  // How it is paid
  wayToPay: 'Way to pay',
  /** By the kind of a payment option. */
  wayHints: {
    saved: 'Charged at once',
    hosted: 'Continues on the provider’s page',
    transfer: 'You get the details for your transfer',
  } as Words,
  wayUnfit: 'Cannot be used for automatic reload',
  consentCharge: (label: string, amount: string): string => `${label} is charged ${amount} now.`,
  consentHosted: (label: string, amount: string): string =>
    `You pay ${amount} on the next page, with ${label}.`,
  consentTransfer: (label: string, amount: string): string =>
    `You send ${amount} yourself: ${label}.`,
  consentOther: (label: string, amount: string): string => `You pay ${amount}: ${label}.`,
  consentOnFile: (amount: string): string => `The way to pay on file is charged ${amount} now.`,
  consentUnknown: (label: string): string => `${label} is charged what this costs.`,
  consentUnknownOnFile: 'The way to pay on file is charged what this costs.',
  consentFree: 'Nothing is charged now.',
  consentEstimate: 'The amount is an estimate.',
  consentChangeOn: (plan: string, day: string): string => `The plan changes to ${plan} on ${day}.`,
  consentAutoReload: (amount: string, threshold: string): string =>
    `From then on ${amount} is charged whenever the balance drops below ${threshold}, until you switch that off.`,
  agreeTo: (words: string): string => `I agree: ${words}`,
  goOnToPayment: 'Continue to payment',
  placeOrder: 'Place order',
  confirmPurchase: 'Confirm',
  somethingMissing: 'Something is missing:',
  wayMissing: 'Choose a way to pay.',
  consentMissing: 'Agree to what is charged.',
  sendingOrder: 'Sending your confirmation…',
  checkingOrder: 'No answer yet. Checking…',

  // When it did not go through
  figuresChanged: 'The figures have changed. Please look at them and agree again.',
  /** Why an order was refused, by code; other codes speak for themselves. */
  orderRefusals: {
    preview_expired:
      'The figures were no longer valid. Please look at the new ones and agree again.',
    conflict: 'This changed in the meantime. Please look at it again.',
    payment_method_required: 'Choose a way to pay.',
    payment_failed: 'The payment was declined.',
  } as Words,
  sameOrderElsewhere: 'This was confirmed already in another way, perhaps in another window.',
  lostTitle: 'No answer came back',
  sentTitle: 'This was confirmed already',
  lostText: (time: string): string =>
    `Your confirmation went out at ${time}. It may have gone through.`,
  lostTerms: (words: string): string => `You agreed to this: ${words}`,
  lostCheck:
    'Checking sends the same confirmation once more. It takes effect once, however often it is sent.',
  checkAgain: 'Check again',

  // How it went
  completed: {
    plan: 'The plan is changed',
    support: 'The support plan is changed',
    top_up: 'The reload is complete',
    invoice: 'The invoice is paid',
  } as Words,
  paymentCompleted: 'The payment is complete',
  scheduledTitle: 'The change is scheduled',
  scheduledOn: (day: string): string => `It takes effect on ${day}. Until then all stays as it is.`,
  redirectTitle: 'Continue on the payment page',
  redirectText: 'The payment is made on the page of the payment provider.',
  redirectGo: 'Go to the payment page',
  pendingTitle: 'The payment is not confirmed yet',
  pendingText: 'The payment provider has not answered yet. This page keeps asking.',
  pendingGivenUp:
    'The payment provider still has not answered. You can close this page and come back later.',
  otherWayHint: 'If you left the payment page without paying:',
  otherWay: 'Choose another way to pay',
  transferTitle: 'Waiting for your transfer',
  transferText: 'Please make a transfer with these details. It counts once the money has arrived.',
  copyValue: (label: string): string => `Copy ${label}`,
  copy: 'Copy',
  copied: (label: string): string => `${label} is copied.`,
  copyFailed: (label: string): string =>
    `${label} could not be copied. It is selected: copy it with the keyboard.`,
  newPurchase: 'Start another payment',
  failedTitle: 'The payment did not go through',
  failedChange: 'The change did not go through',
};
