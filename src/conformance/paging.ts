import { must } from './check.js';
import type { Probe } from './probe.js';

type Query = Readonly<Record<string, string | number | undefined>>;

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

/**
 * The ids of a list, page after page, until it ends or enough pages were seen.
 * @throws {Broken} where a page is too long, an id comes twice, or a cursor leads nowhere
 */
export async function paged(
  probe: Probe,
  path: string,
  query: Query & { readonly limit: number },
  mostPages: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await probe.read<Page>(path, { query: { ...query, cursor } });
    must(
      items.length <= query.limit,
      `${items.length} rows came where ${query.limit} were asked for.`,
    );
    const twice = items.find(({ id }) => ids.includes(id));
    must(twice === undefined, `${twice?.id} comes twice.`);
    ids.push(...items.map(({ id }) => id));
    if (nextCursor === null) return ids;
    must(items.length > 0, 'An empty page has another one after it.');
    must(!cursors.has(nextCursor), 'A cursor leads back to where it came from.');
    cursors.add(nextCursor);
    cursor = nextCursor;
  }
  return ids;
}

export async function mustRefuseCursor(probe: Probe, path: string, query: Query): Promise<string> {
  const asking = { query: { ...query, cursor: 'no-such-cursor-anywhere' } };
  return `${(await probe.refusal(path, ['invalid_request'], asking)).status}`;
}
