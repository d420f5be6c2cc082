import type { CallOptions } from '../../api/billing-api.js';
import { bool, fields, text, token } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import { systemClock } from '../../api/clock.js';
import { collected } from '../shared/collect.js';
import { createEngineClient } from '../shared/client.js';
import type { EngineQuery } from '../shared/client.js';
import { list, readAnswer } from '../shared/read.js';
import type { StripeOptions } from './options.js';

/** The version whose shapes are read here; without it, the account's own default would decide. */
const API_VERSION = '2026-10-28.endive';
/** The most that a page of a list may have. */
export const PAGE = 100;

export interface StripeCallOptions extends CallOptions {
  readonly idempotencyKey?: string | undefined;
}

/** Parameters of a form; nested ones are written in brackets. */
export interface StripeForm {
  readonly [name: string]:
    | string
    | number
    | boolean
    | bigint
    | readonly string[]
    | readonly StripeForm[]
    | StripeForm
    | undefined;
}

/** Stripe's API for one customer. */
export interface Stripe {
  readonly options: StripeOptions;
  readonly customer: string;
  readonly timeZone: string;
  readonly now: () => number;
  readonly get: <Value>(
    read: Read<Value>,
    path: readonly string[],
    query: EngineQuery,
    options: CallOptions | undefined,
  ) => Promise<Value>;
  readonly post: <Value>(
    read: Read<Value>,
    path: readonly string[],
    form: StripeForm,
    options: StripeCallOptions | undefined,
  ) => Promise<Value>;
  readonly remove: <Value>(
    read: Read<Value>,
    path: readonly string[],
    form: StripeForm,
    options: StripeCallOptions,
  ) => Promise<Value>;
  /** A question that Stripe takes as a POST. */
  readonly ask: Stripe['post'];
  /** A list to its end. */
  readonly all: <Item extends { readonly id: string }>(
    read: Read<Item>,
    path: readonly string[],
    query: EngineQuery,
    bounds: { readonly most: number; readonly parameter: string },
    options: CallOptions | undefined,
  ) => Promise<Item[]>;
}

/** The code of a refusal that asks the person to act at the bank; no code of the contract. */
export const ACTION_REQUIRED = 'payment_action_required';

const refusal = fields({ error: fields({}, { code: token, type: token, message: text }) });

const actionCodes = [
  'authentication_required',
  'invoice_payment_intent_requires_action',
  'subscription_payment_intent_requires_action',
];

function readRefusal(status: number, body: unknown): { code: string; status: number } | undefined {
  const { error } = refusal(body, { path: [], aside: [], wrong: '' }) ?? { error: {} };
  const code = error.code ?? '';
  if (actionCodes.includes(code)) return { code: ACTION_REQUIRED, status: 402 };
  // The same key while the first request is under way, or for another one.
  if (error.type === 'idempotency_error') return { code: 'conflict', status: 409 };
  if (status === 400 && code === 'resource_missing') return { code: 'not_found', status: 404 };
  return undefined;
}

export function stripeClient(options: StripeOptions): Stripe {
  const { apiKey, customer, clock = systemClock } = options;
  const call = createEngineClient({
    engine: 'Stripe',
    baseUrl: options.baseUrl ?? 'https://api.stripe.com',
    headers: { Authorization: `Bearer ${apiKey}`, 'Stripe-Version': API_VERSION },
    secrets: [apiKey],
    readRefusal,
    fetch: options.fetch,
    timeout: options.timeout,
    clock,
  });

  const get: Stripe['get'] = async (read, path, query, callOptions) => {
    const answer = await call({ path: ['v1', ...path], query, options: callOptions });
    return readAnswer(read, answer, path[0] ?? '');
  };

  const send =
    (method: 'POST' | 'DELETE', isRead: boolean): Stripe['post'] =>
    async (read, path, form, sendOptions = {}) => {
      const { idempotencyKey, ...rest } = sendOptions;
      const answer = await call({
        method,
        isRead,
        path: ['v1', ...path],
        form: new URLSearchParams(pairsOf(form)),
        // The handler has an empty one where a write takes none.
        ...(idempotencyKey && {
          headers: { 'Idempotency-Key': await keyAtStripe(customer, idempotencyKey) },
        }),
        options: rest,
      });
      return readAnswer(read, answer, path[0] ?? '');
    };

  const question = send('POST', true);

  return {
    options,
    customer,
    timeZone: options.timeZone ?? 'UTC',
    now: () => clock.now(),
    get,
    post: send('POST', false),
    remove: send('DELETE', false),
    // The key of a confirmation names its write alone: Stripe refuses it elsewhere.
    ask: (read, path, form, { signal } = {}) => question(read, path, form, { signal }),
    all: (read, path, query, bounds, callOptions) =>
      collected(async (cursor) => {
        const page = { ...query, limit: PAGE, starting_after: cursor };
        const { data, has_more } = await get(pageOf(read), path, page, callOptions);
        return { items: data, next: has_more ? data.at(-1)?.id : undefined };
      }, bounds),
  };
}

/** The longest key that Stripe takes. */
const KEY_LENGTH = 255;

/**
 * All customers of a seller share Stripe's keys, and what a client calls a confirmation is known to
 * be its own within its account only. A key too long with the customer is named by its hash: cut
 * short it would be that of another confirmation, and this one would get the answer to that.
 */
async function keyAtStripe(customer: string, key: string): Promise<string> {
  const own = `${customer}-${key}`;
  return own.length <= KEY_LENGTH ? own : `${customer}-${await hashOf(key)}`;
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A page of a list; one row that can't be read would be missing without anyone noticing. */
export function pageOf<Item>(read: Read<Item>): Read<{ data: Item[]; has_more: boolean }> {
  return fields({ data: list(read), has_more: bool });
}

/** A form as Stripe reads it: `items[0][price]=price_1&expand[]=latest_invoice`. */
function pairsOf(form: StripeForm, prefix = ''): [string, string][] {
  return Object.entries(form).flatMap(([name, value]): [string, string][] => {
    const place = prefix ? `${prefix}[${name}]` : name;
    if (value === undefined) return [];
    if (!isNested(value)) return [[place, String(value)]];
    if (!isList(value)) return pairsOf(value, place);
    return value.flatMap((one, index): [string, string][] =>
      typeof one === 'string' ? [[`${place}[]`, one]] : pairsOf(one, `${place}[${index}]`),
    );
  });
}

type FormValue = Exclude<StripeForm[string], undefined>;
type Nested = Extract<FormValue, object>;

const isNested = (value: FormValue): value is Nested => typeof value === 'object';

const isList = (value: Nested): value is readonly string[] | readonly StripeForm[] =>
  Array.isArray(value);
