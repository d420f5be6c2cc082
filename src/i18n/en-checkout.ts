import { unitsOf } from './en-units.js';

/** The texts of dialogs and of the payment page. They come with what they are said by, when it is first needed. */
export const checkoutMessages = {
  // What dialogs and the payment page share
  back: 'Back',

  // Change plan
  recommended: 'Recommended',
  upgradeTo: (plan: string): string => `Upgrade to ${plan}`,
  downgradeTo: (plan: string): string => `Downgrade to ${plan}`,
  switchTo: (plan: string): string => `Switch to ${plan}`,
  /** Above the choice of how often a plan is paid. */
  paidHow: 'Paid',
  onlyPlan: 'There is no other plan to change to.',
  compareFeatures: 'Compare features',
  comparePlan: 'Compare',
  compareWith: 'with',
  feature: 'Feature',
  otherFeatures: 'More',

  // Reload
  reloadAmount: 'Amount',
  otherAmount: 'Other amount',
  amountBetween: (min: string, max: string): string => `${min} to ${max}`,
  amountSteps: (min: string, max: string, step: string): string =>
    `${min} to ${max}, in steps of ${step}`,
  /** What an amount buys. */
  buys: unitsOf,
  continue: 'Continue',
  chooseAmount: 'Choose an amount.',
  amountMissing: 'Enter an amount.',
  amountUnreadable: (example: string): string => `Enter an amount such as ${example}.`,
  amountTooSmall: (min: string): string => `Enter ${min} or more.`,
  amountTooLarge: (max: string): string => `Enter ${max} or less.`,
  amountTooFine: (example: string): string =>
    `Enter an amount with fewer digits, such as ${example}.`,
  amountOffStep: (step: string, min: string): string =>
    `Enter an amount in steps of ${step}, starting at ${min}.`,

  // Automatic reload
  autoReloadSwitch: 'Reload automatically when the balance runs low',
  autoReloadThreshold: 'When the balance drops below',
  autoReloadAmount: 'Add',
  autoReloadTerms:
    'Each automatic reload is charged without asking again, until you switch it off.',
  autoReloadAfterFirst: 'It starts once this reload has gone through.',
  autoReloadAfterPayment: 'It starts again after a payment that succeeds.',
  /** How it stands, in the words of `autoReloadStatus`. */
  autoReloadIs: (state: string): string => `Automatic reload: ${state}.`,
  autoReloadIsOn: (amount: string, threshold: string): string =>
    `Automatic reload is on: it adds ${amount} when the balance drops below ${threshold}.`,
  autoReloadIsOff: 'Automatic reload is off.',
  save: 'Save',
  /** Before what the server says about it. */
  fieldRefused: (detail: string): string => `This was not accepted: ${detail}`,
  done: 'Done',
};
