import type { Action } from '../billing/types.js';
import type { IdempotencyStore } from './idempotency.js';
import type { BillingEngine } from './billing-engine.js';

/** Who asks, as the host's own session or token says. A host may add what its engine needs. */
export interface BillingAccess {
  /** The account whose billing this person may see. */
  readonly account: string;
  /**
   * What the person's role allows; left out, all that the account does. What is not in the list is
   * shown as not allowed, and refused with 403.
   */
  readonly can?: readonly Action[];
}

type Awaitable<Value> = Value | Promise<Value>;

/** A failure, for the host's log. It may quote an engine, so it is not for the client. */
export interface BillingFailure {
  readonly error: unknown;
  readonly requestId: string;
  /** The contract's operationId; `undefined` where the request reached none. */
  readonly operation: string | undefined;
}

export interface BillingHandlerOptions<Access extends BillingAccess> {
  /**
   * The billing of one account, as its person may see it. Asked once for each request. An operation
   * without a method is not offered: `account.can` leaves it out, and 501 answers who asks for it.
   */
  readonly engine: (access: Access) => Awaitable<BillingEngine>;
  /**
   * Who asks. `null`: nobody we know, so 401; a `BillingError` is answered as it is. The second
   * argument is the account that the path names, where `basePath` has a segment `{account}`: a
   * claim, not a proof. Another one than the answer's is refused with 403. It must not read the
   * request's body, or a clone of it.
   */
  readonly authorize: (request: Request, claimed: string | undefined) => Awaitable<Access | null>;
  /**
   * Where the contract is served, for example `/api/billing` or `/api/billing/accounts/{account}`.
   */
  readonly basePath: string;
  /**
   * Other origins whose pages may read and write with the person's cookies, each exact, such as
   * `https://console.example.com`; left out, none. Name the host's own too where a proxy ends TLS
   * in front and browsers without `Sec-Fetch-Site` matter.
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Where a person may be sent back to after a provider's page, as exact origins; left out, the
   * request's own.
   */
  readonly returnOrigins?: readonly string[];
  /** Remembers writes by their key; left out, in the memory of this process. */
  readonly idempotency?: IdempotencyStore;
  /** How long a body may be, in bytes; left out, 64 KiB. */
  readonly mostBodyBytes?: number;
  /**
   * Names a request in answers and logs; left out, a random UUID. So is a name that could break a
   * log or a header: one of other signs than letters, digits and `._:-`, or of more than 128.
   */
  readonly nameRequest?: (request: Request) => string;
  /** Hears of everything that went wrong on the server's side (status 5xx). */
  readonly onFailure?: (failure: BillingFailure) => void;
}
