import { plural } from './en-plural.js';
import type { Words } from './words.js';

/** What all elements say, in English. */
export const commonTexts = {
  // The titles stand there before anything else does
  planAndUsage: 'Plan & Usage',
  usage: 'Usage',
  checkout: 'Checkout',
  supportPlan: 'Support plan',
  invoices: 'Invoices',

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
  retryingIn: (seconds: number, shown: string): string =>
    `Trying again in ${plural(seconds, '1 second', `${shown} seconds`)}.`,
  requestId: (id: string): string => `Request ${id}`,
  notAvailable: 'not available',
  /** Two sentences, one after the other. */
  sentences: (one: string, next: string): string => `${one} ${next}`,
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
    not_found: 'The billing service does not know what was asked for.',
    not_supported: 'This is not offered here.',
    invalid_request: 'The billing service did not accept the request.',
    conflict: 'This changed in the meantime.',
    rate_limited: 'The billing service is busy.',
    upstream_unavailable: 'The billing service is not available.',
  } as Words,
  otherError: (code: string): string => `Something went wrong (${code}).`,
};
