import type { Problem } from '../billing/types.js';

/** Codes that the client itself gives, beside those of the contract's `Problem`. */
export type ClientErrorCode =
  | 'network'
  | 'timeout'
  | 'bad_response'
  | 'wrong_account'
  | 'unsafe_url'
  | 'module_failed'
  | 'incomplete_export';

export interface BillingErrorInit {
  /** HTTP status of the answer; 0 where there was none. */
  status?: number | undefined;
  /** The server's name for the request, for a talk with its support. */
  requestId?: string | undefined;
  /** Whether asking again, unchanged, may help. */
  retryable?: boolean | undefined;
  /** Seconds to wait before asking again, where the server said so. */
  retryAfter?: number | undefined;
  /** The problem as the server sent it. Its texts are untrusted. */
  problem?: Problem | undefined;
  cause?: unknown;
}

/** Everything that can go wrong between an element and a billing backend, by a stable code. */
export class BillingError extends Error {
  override readonly name = 'BillingError';
  /** One of the contract's problem codes or of `ClientErrorCode`; an unknown one is passed through. */
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  readonly problem: Problem | undefined;

  constructor(code: string, init: BillingErrorInit = {}) {
    // The code alone: a message with the server's text would carry personal data into logs.
    super(code, { cause: init.cause });
    this.code = code;
    this.status = init.status ?? 0;
    this.requestId = init.requestId;
    this.retryable = init.retryable ?? false;
    this.retryAfter = init.retryAfter;
    this.problem = init.problem;
  }

  /** The server knows the person and says no, or does not know them: what was shown must go. */
  get refused(): boolean {
    return this.status === 401 || this.status === 403;
  }

  /** Whatever was thrown, as a `BillingError`. */
  static from(thrown: unknown): BillingError {
    if (thrown instanceof BillingError) return thrown;
    return new BillingError('bad_response', { cause: thrown });
  }
}
