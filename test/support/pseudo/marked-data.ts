import type { BillingApi } from '../../../src/api/billing-api.js';
import { BillingError } from '../../../src/api/billing-error.js';

/** Fields of the contract that hold text for people, wherever they stand. */
const textFields = new Set([
  'description',
  'detail',
  'email',
  'group',
  'label',
  'message',
  'name',
  'notes',
  'number',
  'paymentMethod',
  'phone',
  'recommendedReason',
  'requestId',
  'taxId',
  'title',
  'unit',
]);

/** Around data. Nobody sees them, and nothing is moved by them. */
export const dataMarks = ['\u2061', '\u2062'] as const;

/** A text as data. */
export const asData = (text: string): string => dataMarks[0] + text + dataMarks[1];

/** A client that marks every text that a server made up, so that it can be told from ours. */
export function markedData(client: BillingApi): BillingApi {
  const marked: unknown = Object.fromEntries(
    Object.entries(client).map(([name, member]: [string, unknown]) => [name, markedMember(member)]),
  );
  return marked as BillingApi;
}

function markedMember(member: unknown): unknown {
  if (typeof member !== 'function') return member;
  const call = member as (...args: readonly unknown[]) => Promise<unknown>;
  return async (...args: readonly unknown[]) => {
    try {
      return markedValue(await call(...args));
    } catch (cause) {
      throw cause instanceof BillingError ? markedError(cause) : cause;
    }
  };
}

/** What a server says of a failure is its text too. */
function markedError(error: BillingError): BillingError {
  const { code, problem, requestId, retryable, retryAfter, status } = error;
  return new BillingError(code, {
    status,
    retryable,
    retryAfter,
    requestId: requestId === undefined ? undefined : asData(requestId),
    problem: markedValue(problem) as BillingError['problem'],
  });
}

function markedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(markedValue);
  if (typeof value !== 'object' || value === null || value instanceof Blob) return value;
  const isPair = 'name' in value || 'label' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]: [string, unknown]) => [
      key,
      markedField(key, held, isPair),
    ]),
  );
}

function markedField(key: string, held: unknown, isPair: boolean): unknown {
  // Names of groups are keys, lines of an address have none; and a feature or an instruction is a pair.
  if (key === 'groups') return groupsMarked(held);
  if (key === 'address' && Array.isArray(held)) return held.map((line) => asData(String(line)));
  const isText = textFields.has(key) || (key === 'value' && isPair);
  return isText && typeof held === 'string' ? asData(held) : markedValue(held);
}

const groupsMarked = (groups: unknown): unknown =>
  Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]: [string, unknown]) => [asData(name), value]),
  );
