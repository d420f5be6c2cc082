import { BillingError } from './billing-error.js';

/** An HTTP answer that has come to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** An answer that isn't what the contract says. The reason must not quote it: it may be personal. */
export function badResponse(reason: string): BillingError {
  return new BillingError('bad_response', { retryable: true, cause: new TypeError(reason) });
}

/** What went wrong in reading an answer, with the answer that it was. */
export function unreadable(
  answer: Pick<Answer, 'headers' | 'status'>,
  thrown: unknown,
): BillingError {
  const { cause, code } = BillingError.from(thrown);
  const { status } = answer;
  return new BillingError(code, { status, requestId: requestIdOf(answer), retryable: true, cause });
}

/** The server's name for the request. */
export function requestIdOf({ headers }: Pick<Answer, 'headers'>): string | undefined {
  return headers.get('X-Request-Id') ?? undefined;
}
