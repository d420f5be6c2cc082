import type { CallOptions } from '../../api/billing-api.js';
import { fields, wholeFrom } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import type { EngineQuery } from '../shared/client.js';
import { collected } from '../shared/collect.js';
import { list, readAnswer } from '../shared/read.js';
import type { OpenMeterContext } from './context.js';

/** The most that OpenMeter sends at once. */
const PAGE_SIZE = 100;
/** A customer with more subscriptions or features than this is no customer of self-service. */
const MOST = 1000;

export interface ListQuery {
  readonly path: readonly string[];
  readonly query?: EngineQuery;
  readonly what: string;
}

/** One page of a list that counts its pages, from 1. */
export async function pageOf<Item>(
  { client }: OpenMeterContext,
  read: Read<Item>,
  { path, query, what }: ListQuery,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  call?: CallOptions,
): Promise<{ items: readonly Item[]; next: number | undefined }> {
  const answer = await client({
    path: ['api', ...path],
    query: { ...query, page, pageSize },
    options: call,
  });
  const reader = fields({ items: list(read), totalCount: wholeFrom(0) });
  const { items, totalCount } = readAnswer(reader, answer, what);
  return { items, next: items.length > 0 && page * pageSize < totalCount ? page + 1 : undefined };
}

/** All items of a list. */
export function allOf<Item>(
  context: OpenMeterContext,
  read: Read<Item>,
  question: ListQuery,
  call?: CallOptions,
): Promise<Item[]> {
  return collected(
    async (cursor) => {
      const page = { page: Number(cursor ?? '1'), pageSize: PAGE_SIZE };
      const { items, next } = await pageOf(context, read, question, page, call);
      return { items, next: next === undefined ? undefined : String(next) };
    },
    { most: MOST, parameter: question.what },
  );
}
