import type { Words } from './words.js';

/** What `support-plan` says beside what is said of every plan, in English. */
export const supportPlanTexts = {
  currentSupport: 'Current support plan',
  noSupport: 'There is no support plan yet.',
  activeSince: 'Active since',
  supportEntitles: 'What it includes',
  supportPastDue: 'The last payment for support has not arrived. Pay the open invoice to keep it.',
  supportPaused: 'Support is paused.',
  supportEndsOn: (day: string): string => `The support plan ends on ${day}.`,
  supportRenewsSoon: (day: string, when: string): string =>
    `The support plan renews on ${day}, ${when}.`,
  changeSupport: 'Change support plan',
  cancelSupport: 'Cancel support plan',
  keepSupport: 'Keep support plan',
  supportKept: 'The support plan is kept.',
  supportEndsAt: (day: string): string => `The support plan is canceled. It ends on ${day}.`,
  supportEnded: 'The support plan is canceled.',
  supportCancelPending: 'The cancellation is on its way.',
  /** Why an action is not offered, by the contract's reason. */
  supportReasons: {
    contact_support: 'Your support plan is managed with our support team.',
    contact_sales: 'Your support plan is managed with our support team.',
    no_permission: 'Only an owner of this account can change the support plan.',
    past_due: 'Pay the open invoice first; then the support plan can be changed again.',
    pending_change: 'A change of the support plan is already on its way.',
  } as Words,

  // Cancel
  cancelWhen: 'When should it end?',
  cancelAtPeriodEnd: (day: string): string => `On ${day}, when what is paid for ends`,
  cancelNow: 'Now',
  cancelNowHint: 'What is paid for already ends as well.',
  cancelLoses: 'What you will no longer have',
  cancelReason: 'Why are you leaving? (optional)',
  cancelNoReason: 'Rather not say',
  cancelReasons: {
    too_expensive: 'It costs too much',
    not_used: 'We do not use it',
    not_helpful: 'It did not help us',
    other_provider: 'We get support elsewhere',
    other: 'Another reason',
  } as Words,
  cancelNotThen: 'It cannot end then, but at the other time.',
  cancelUnknown:
    'Whether the cancellation has arrived is not certain. Try again: it takes effect only once.',
  cancelComment: 'Comment (optional)',
};
