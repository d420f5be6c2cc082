/** What pages leave to their reader, for blocks that name it without saying what it is. */
import type {} from 'billing-elements/all.js';
import type { BillingApi } from 'billing-elements';

declare global {
  /** Whether a person may do everything, by the host's own session. */
  function isAdmin(request: Request): Promise<boolean>;
  /** The host's own dialog that sells credits. */
  function topUpInOurOwnForm(balanceId: string): Promise<void>;
  /** The host's own log. */
  function report(area: string, entry: object): void;
  /** The host's own API, as a function of requests. */
  function handle(request: Request): Promise<Response>;
  /** Whose account a request is about, by the host's own session. */
  function accountOf(request: Request): Promise<string>;
  /** The host's billing of one account. */
  function billingOf(account: string): BillingApi;
}
