import type { Account, PaymentPurpose } from '../../billing/types.js';

/** The pages of the console, in their order. */
export const consolePages = ['plan-usage', 'support', 'invoices'] as const;

export type ConsolePage = (typeof consolePages)[number];

/** Whether a word names a page. */
export function isConsolePage(word: string | null): word is ConsolePage {
  return consolePages.some((page) => page === word);
}

/** The pages that this account may see. What is not offered to it is not there. */
export function pagesOf({ can, slots }: Account): readonly ConsolePage[] {
  const isThere: Record<ConsolePage, boolean> = {
    'plan-usage': true,
    support: slots.includes('support'),
    invoices: can.viewInvoices?.allowed ?? false,
  };
  return consolePages.filter((page) => isThere[page]);
}

/** Where a purchase is made, and where people who come back from paying are told how it went. */
export function pageOf(purpose: PaymentPurpose): ConsolePage {
  const places: Record<PaymentPurpose, ConsolePage> = {
    plan: 'plan-usage',
    top_up: 'plan-usage',
    support: 'support',
    invoice: 'invoices',
  };
  return places[purpose];
}
