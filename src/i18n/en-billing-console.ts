/** What `billing-console` says beside the titles of its pages, in English. */
export const billingConsoleTexts = {
  /** Names the row of tabs. */
  consolePages: 'Billing',
  support: 'Support',
};
