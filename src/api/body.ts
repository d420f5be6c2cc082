import { unlessAborted } from './abort.js';
import { badResponse, unreadable } from './answer.js';
import type { Answer } from './answer.js';

/**
 * An answer with the whole of its body.
 *
 * @throws {BillingError} `bad_response` where a good answer cannot be had to its end
 */
export async function completed(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Answer> {
  const { headers, ok, status } = response;
  try {
    return { status, headers, body: await bodyOf(response, limit, signal) };
  } catch (thrown) {
    // A failure says enough by its status.
    if (!ok && !signal.aborted) return { status, headers, body: new Uint8Array() };
    throw unreadable(response, thrown);
  }
}

/** Reads a body to its end, but not beyond a limit in bytes. */
async function bodyOf(
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
