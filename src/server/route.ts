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

/** A request that was read and found valid. */
export interface Call {
  /** What it is about, for telling a repeated request from another one with the same key. */
  readonly content: readonly unknown[];
  /** Who has to allow it; left out, whoever may see the account. */
  readonly needs?: Need;
  /** Where a person is to be sent back to. */
  readonly returnUrl?: string | undefined;
  readonly run: (api: BillingApi, options: WriteOptions) => Promise<unknown>;
}

export interface Route {
  /** The contract's operationId. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** A write changes something, so a page of another site must not be able to send it. */
  readonly isWrite?: true;
  /** It takes an `Idempotency-Key`. */
  readonly isKeyed?: true;
  /** It carries an `ETag`, and 304 answers who has it already. */
  readonly isTagged?: true;
  readonly read: (input: RouteInput) => Call;
}

export const slotOf = ({ path }: RouteInput): Slot =>
  choiceOf(path('slot'), 'slot', ['plan', 'support']);
