import type { Rows } from '../billing/types.js';
import { badResponse } from './answer.js';
import type { Read, Reading } from './read.js';

/** A hundred thousand bad rows are one warning, and a short one. */
const MOST_PLACES = 10;

/**
 * An answer as the contract has it, rebuilt from its named fields. Rows that could not be read are
 * left out and counted in `setAside`, and the console is told where they stood.
 *
 * @param what - Name of the operation, for the console.
 * @throws {BillingError} `bad_response` where a field that the whole answer hangs on is wrong
 */
export function decode<Value extends object>(
  what: string,
  read: Read<Value>,
  json: unknown,
): Rows<Value> {
  const reading: Reading = { path: [what], aside: [], wrong: '' };
  const value = read(json, reading);
  if (!value) throw badResponse(`${reading.wrong || what} is not as the contract says.`);
  const { aside } = reading;
  if (aside.length === 0) return value;
  const more = aside.length > MOST_PLACES ? ' …' : '';
  const places = aside.slice(0, MOST_PLACES).join(', ') + more;
  console.warn(`Could not read ${aside.length} of the rows: ${places}`);
  return { ...value, setAside: aside.length };
}
