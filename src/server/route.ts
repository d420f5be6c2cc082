/** What an operation of the contract is to the handler. */
import type { BillingApi, WriteOptions } from '../api/billing-api.js';
import type { Slot } from '../billing/types.js';
import { choiceOf } from './parameters.js';
import type { Need } from './permissions.js';

/** What a request says, as it came. */
export interface RouteInput {
  /** A segment of the path, by the name that it has in the contract. */
  readonly path: (name: string) => string;
  readonly query: URLSearchParams;
  /** The parsed JSON; `undefined` where there is none. */
  readonly body: unknown;
}

interface ValidCall {
  /** Who has to allow it; left out, whoever may see the account. */
  readonly needs?: Need;
  /** Where a person is to be sent back to. */
  readonly returnUrl?: string | undefined;
  readonly run: (api: BillingApi, options: WriteOptions) => Promise<unknown>;
}

interface KeyedCall extends ValidCall {
  /** What it is about, for telling a repeated request from another one with the same key. */
  readonly content: readonly unknown[];
}

interface UnkeyedCall extends ValidCall {
  readonly content?: undefined;
}

/** A request that was read and found valid. */
export type Call = KeyedCall | UnkeyedCall;

interface Operation {
  /** The contract's operationId. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** A write changes something, so a page of another site must not be able to send it. */
  readonly isWrite?: true;
  /** It carries an `ETag`, and 304 answers who has it already. */
  readonly isTagged?: true;
}

/** An operation that takes an `Idempotency-Key`. */
interface KeyedRoute extends Operation {
  readonly isKeyed: true;
  readonly read: (input: RouteInput) => KeyedCall;
}

interface UnkeyedRoute extends Operation {
  readonly isKeyed?: undefined;
  readonly read: (input: RouteInput) => UnkeyedCall;
}

export type Route = KeyedRoute | UnkeyedRoute;

export const slotOf = ({ path }: RouteInput): Slot =>
  choiceOf(path('slot'), 'slot', ['plan', 'support']);
