/** Cursors and ids of our own: values behind a text that nobody but the engine reads. */
import { notFound, badParameter } from './refusals.js';

const encoder = new TextEncoder();

/** Values as a text that fits into an address unencoded. `kind` keeps one sort from being read as another. */
export function sealed(kind: string, values: readonly (string | number | null)[]): string {
  const bytes = encoder.encode(JSON.stringify([kind, ...values]));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The values of a text that `sealed` made; `undefined` for any other. */
export function opened(kind: string, text: string): (string | number | null)[] | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(values) || values[0] !== kind || !values.every(isValue)) return undefined;
    return values.slice(1);
  } catch {
    return undefined;
  }
}

const isValue = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';

/**
 * The values of a cursor that a client sent back.
 * @throws {BillingError} `invalid_request` for one that isn't ours
 */
export function openedCursor(kind: string, cursor: string): (string | number | null)[] {
  const values = opened(kind, cursor);
  if (!values) throw badParameter('cursor', 'Is not a cursor of this list.');
  return values;
}

/**
 * The values of an operation's id.
 * @throws {BillingError} `not_found` for one that isn't ours
 */
export function openedOperation(kind: string, id: string): (string | number | null)[] {
  const values = opened(kind, id);
  if (!values) throw notFound();
  return values;
}
