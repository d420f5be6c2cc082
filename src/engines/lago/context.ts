import type { CallOptions } from '../../api/billing-api.js';
import { systemClock } from '../../api/clock.js';
import type { Clock } from '../../api/clock.js';
import { fields, text, token, wholeFrom } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import { isTimeZone } from '../../billing/dates.js';
import { createEngineClient } from '../shared/client.js';
import type { EngineClient, EngineQuery } from '../shared/client.js';
import { collected } from '../shared/collect.js';
import type { EnginePage } from '../shared/collect.js';
import { currencyCode, list, readAnswer } from '../shared/read.js';
import type { LagoOptions } from './options.js';

const customer = fields({
  customer: fields(
    { external_id: token },
    { name: text, applicable_timezone: token },
    { currency: currencyCode },
  ),
});

interface Customer {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  /** The zone of its bills. */
  readonly timeZone: string;
}

/** What the parts of the engine share. */
export interface LagoContext {
  readonly client: EngineClient;
  readonly options: LagoOptions;
  readonly clock: Clock;
  customer(call?: CallOptions): Promise<Customer>;
}

export function lagoContext(options: LagoOptions): LagoContext {
  const { apiKey, baseUrl = 'https://api.getlago.com/api/v1', clock = systemClock } = options;
  const client = createEngineClient({
    engine: 'Lago',
    fetch: options.fetch,
    timeout: options.timeout,
    clock,
    baseUrl,
    headers: { Authorization: `Bearer ${apiKey}` },
    secrets: [apiKey],
  });
  return {
    client,
    options,
    clock,
    customer: async (call) => {
      const answer = await client({ path: ['customers', options.customer], options: call });
      const { customer: found } = readAnswer(customer, answer, 'The customer');
      const { name, currency = options.currency, applicable_timezone: zone = 'UTC' } = found;
      return { name, currency, timeZone: isTimeZone(zone) ? zone : 'UTC' };
    },
  };
}

export interface ListQuery {
  readonly path: readonly string[];
  readonly query?: EngineQuery;
  /** The key that the list stands under. */
  readonly key: string;
}

/** The most that Lago sends at once. */
const AT_ONCE = 100;
/** More than a customer of self-service has of anything but events. */
const MOST = 1000;

/** One page of a list, from 1. */
export async function pageOf<Item>(
  { client }: LagoContext,
  read: Read<Item>,
  { path, query, key }: ListQuery,
  { page, perPage }: { readonly page: number; readonly perPage: number },
  call?: CallOptions,
): Promise<EnginePage<Item> & { readonly nextPage: number | undefined }> {
  const answer = await client({
    path,
    query: { ...query, page, per_page: perPage },
    options: call,
  });
  const meta = fields({}, { next_page: wholeFrom(1) });
  const reader = fields({ [key]: list(read), meta });
  const found = readAnswer(reader, answer, key) as { meta: { next_page?: number } };
  const items = (found as unknown as Record<string, Item[]>)[key] ?? [];
  const nextPage = found.meta.next_page;
  return { items, nextPage, next: nextPage === undefined ? undefined : String(nextPage) };
}

/** All items of a list, up to a bound. */
export function allOf<Item>(
  context: LagoContext,
  read: Read<Item>,
  question: ListQuery & { readonly most?: number; readonly parameter?: string },
  call?: CallOptions,
): Promise<Item[]> {
  const { most = MOST, parameter = question.key } = question;
  return collected(
    (cursor) =>
      pageOf(context, read, question, { page: Number(cursor ?? '1'), perPage: AT_ONCE }, call),
    { most, parameter },
  );
}
