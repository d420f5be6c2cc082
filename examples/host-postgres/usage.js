import { badParameter } from './refusals.js';

export const meters = [
  {
    id: 'letters',
    name: 'Letters',
    unit: 'letter',
    granularities: ['day', 'month'],
    timeZones: 'any',
    dimensions: [{ id: 'channel', name: 'Channel' }],
    maxRangeDays: 400,
    records: {
      columns: [
        { id: 'channel', name: 'Channel' },
        { id: 'quantity', name: 'Letters', type: 'number' },
      ],
    },
  },
];

function mustBeServed({ meter, from, to, groupBy = 'channel' }) {
  const [{ id, maxRangeDays }] = meters;
  if (meter !== id) throw badParameter('meter', 'Is no meter of this account.');
  if (groupBy !== 'channel') throw badParameter('groupBy', 'Is no dimension of this meter.');
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days > maxRangeDays) throw badParameter('to', `Is more than ${maxRangeDays} days away.`);
}

/** Postgres knows the zones' rules: days of 23 and 25 hours are counted as such. */
const series = (step) => `
  SELECT to_char(day, 'YYYY-MM-DD') AS start, day, channel, trim_scale(coalesce(sum(quantity), 0))::text AS value
  FROM generate_series($2::timestamp, $3::timestamp - interval '1 day', interval '1 ${step}') AS day
  LEFT JOIN usage_records ON account_id = $1
    AND at >= day AT TIME ZONE $4 AND at < (day + interval '1 ${step}') AT TIME ZONE $4
  GROUP BY GROUPING SETS ((day), (day, channel)) ORDER BY day, channel NULLS FIRST`;

export async function usageOf({ query }, account, wish) {
  mustBeServed(wish);
  const { meter, granularity, from, to, groupBy } = wish;
  const timeZone = wish.timeZone ?? account.time_zone;
  const rows = await query(series(granularity), [account.id, from, to, timeZone]);
  const [{ now }] = await query(`SELECT to_char(now() AT TIME ZONE $1, 'YYYY-MM-DD') AS now`, [
    timeZone,
  ]);
  const buckets = new Map();
  for (const { start, channel, value } of rows) {
    const bucket = buckets.get(start);
    if (!bucket) buckets.set(start, { start, value, ...(groupBy && { groups: {} }) });
    else if (groupBy && channel !== null) bucket.groups[channel] = value;
  }
  const all = [...buckets.values()];
  const last = all.findLast(({ start }) => start <= now);
  if (
    last &&
    (granularity === 'month' ? last.start.slice(0, 7) === now.slice(0, 7) : last.start === now)
  ) {
    last.partial = true;
  }
  return { meter, granularity, timeZone, from, to, buckets: all };
}

const encode = (place) => Buffer.from(JSON.stringify(place)).toString('base64url');

/** A cursor names its range, so that it leads into no other one. */
function placeOf(cursor, range) {
  try {
    const { at, id, ...of } = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (JSON.stringify(of) === JSON.stringify(range) && /^\d+$/.test(id) && !isNaN(Date.parse(at)))
      return { at, id };
  } catch {
    // It is none of ours.
  }
  throw badParameter('cursor', 'Does not belong to this range.');
}

export async function recordsOf({ query }, account, wish) {
  mustBeServed(wish);
  const { from, to, limit, cursor } = wish;
  const timeZone = wish.timeZone ?? account.time_zone;
  const range = { from, to, timeZone };
  const after = cursor === undefined ? { at: '-infinity', id: '0' } : placeOf(cursor, range);
  const rows = await query(
    `SELECT id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, channel,
       trim_scale(quantity)::text AS quantity
     FROM usage_records
     WHERE account_id = $1 AND at >= $2::timestamp AT TIME ZONE $4 AND at < $3::timestamp AT TIME ZONE $4
       AND (at, id) > ($5::timestamptz, $6::bigint)
     ORDER BY at, id LIMIT $7`,
    [account.id, from, to, timeZone, after.at, after.id, limit + 1],
  );
  const items = rows.slice(0, limit);
  const { at, id } = items.at(-1) ?? {};
  return {
    timeZone,
    items: items.map((row) => ({
      id: row.id,
      at: row.at,
      quantity: row.quantity,
      values: { channel: row.channel, quantity: row.quantity },
    })),
    nextCursor: rows.length > limit ? encode({ ...range, at, id }) : null,
  };
}
