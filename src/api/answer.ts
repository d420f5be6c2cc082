import { unlessAborted } from './abort.js';
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

/** Reads a body to its end, but not beyond a limit in bytes. */
export async function bodyOf(
  { body, headers }: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(headers.get('Content-Length')) > limit) throw badResponse('The answer is too large.');
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const next = (): ReturnType<typeof reader.read> => unlessAborted(signal, reader.read());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await next(); !part.done; part = await next()) {
    length += part.value.byteLength;
    if (length > limit) throw badResponse('The answer is too large.');
    chunks.push(part.value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    all.set(chunk, end);
    end += chunk.byteLength;
  }
  return all;
}
