/**
 * The way back from a provider's page. The address that people come back to bears a name that means
 * something to this browser only: which operation they had left for. It proves nothing; what became
 * of the operation is asked of the server.
 */
import { fields, text, token } from '../api/read.js';
import { keep, kept } from './keeping.js';

const parameter = 'billing-return';
const nameOf = (reference: string): string => `return ${reference}`;

/** Where somebody has left for. */
export interface PaymentDeparture {
  readonly operationId: string;
  /** What is bought there: the subject of its confirmation, as text. */
  readonly subject: string;
}

/** Where somebody comes back from. */
export interface PaymentReturn extends PaymentDeparture {
  /** The name in the page's address. */
  readonly reference: string;
}

const readReturn = fields({ operationId: token, subject: text });

/**
 * The page's own address, with the name of a confirmation in it; `undefined` where the page has none
 * that a provider could lead to.
 */
export function returnUrl(reference: string): string | undefined {
  const url = new URL(location.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.searchParams.set(parameter, reference);
  return url.href;
}

/** Remembers for which operation the page is left, under the name that its return address bears. */
export function rememberDeparture(reference: string, departure: PaymentDeparture): void {
  keep(nameOf(reference), departure);
}

/** Whence the page's address says that somebody has come back; `undefined` where it says nothing that is known. */
export function paymentReturn(): PaymentReturn | undefined {
  const reference = new URL(location.href).searchParams.get(parameter);
  if (reference === null) return undefined;
  const found = readReturn(kept(nameOf(reference)), { path: [], aside: [], wrong: '' });
  return found && { ...found, reference };
}

/** Whether the page's address says that somebody has come back from somewhere. */
export function isReturn(): boolean {
  return new URL(location.href).searchParams.has(parameter);
}

/** The person has seen how it went: the page's address no longer says that they come back. */
export function forgetReturn(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(parameter)) return;
  url.searchParams.delete(parameter);
  history.replaceState(history.state, '', url);
}
