import { badParameter } from './refusals.js';

/** One page of an engine's list. */
export interface EnginePage<Item> {
  readonly items: readonly Item[];
  /** Where the next one begins; `undefined` where there is none. */
  readonly next: string | undefined;
}

/**
 * All items of an engine's list, page after page, for what it can't order, filter or group itself.
 *
 * @throws {BillingError} `invalid_request` beyond `most` items: half of a list must not pass for all
 */
export async function collected<Item>(
  page: (cursor: string | undefined) => Promise<EnginePage<Item>>,
  { most, parameter }: { readonly most: number; readonly parameter: string },
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ;) {
    const { items: more, next } = await page(cursor);
    items.push(...more);
    if (items.length > most) throw badParameter(parameter, `Takes in more than ${most} entries.`);
    // An engine that hands out the same place again would never come to an end.
    if (next === undefined || next === cursor) return items;
    cursor = next;
  }
}
