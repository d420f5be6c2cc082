import { refusal } from './problem.js';

const strictUtf8 = () => new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON of a request, or `undefined` where it has no body. Anything but `application/json` is
 * refused: a plain form of another site could send the other types without asking first.
 */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, mostBytes);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw refusal('invalid_request', 415);
  try {
    return JSON.parse(strictUtf8().decode(bytes));
  } catch {
    throw refusal('invalid_request', 400, [{ pointer: '', detail: 'Is not JSON.' }]);
  }
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  // The header may lie or be missing: it only saves reading what already says to be too long.
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}

const tooLarge = () => refusal('invalid_request', 413);

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
