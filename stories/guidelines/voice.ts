/** How the elements speak, by example. */
export interface Advice {
  readonly rule: string;
  readonly say: string;
  readonly not: string;
  /** It is said to programs. */
  readonly isCode?: boolean;
}

export const advice: readonly Advice[] = [
  {
    rule: 'What happened, what it means, what to do. No blame, no jokes, no exclamation marks.',
    say: 'The last payment failed. It is tried again on March 20.',
    not: 'Oops! Something went wrong with your card!',
  },
  {
    rule: 'A button says what it does, in the words of the title above it.',
    say: 'Cancel support plan',
    not: 'OK',
  },
  {
    rule: 'A figure is the one that the server sent, with its currency and its digits.',
    say: '$184.60 left',
    not: 'About $185',
  },
  {
    rule: 'A date is a date. How long until then may stand beside it, never in its place.',
    say: '$12.40 expires on December 4, 2026, in 10 days.',
    not: 'Expiring soon',
  },
  {
    rule: 'One thing has one name, everywhere.',
    say: 'Reload, credits, invoice, support plan',
    not: 'Top up, refill, balance, bill, support package',
  },
  {
    rule: 'Whole sentences in the messages: a language decides its own order of words.',
    say: 'renewsOn: (date) => `Renews on ${date}`',
    not: "'Renews on ' + date",
    isCode: true,
  },
];
