import { pause } from '../../api/abort.js';
import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant, namedValues, token } from '../../api/read.js';
import { addDays, addMonths, startOfDay } from '../../billing/dates.js';
import type { CalendarDate, Granularity } from '../../billing/types.js';
import { list, number, readAnswer } from '../shared/read.js';
import { unreadable } from '../shared/refusals.js';
import type { KoreContext } from './context.js';
import type { KoreMeterId } from './options.js';
import { inTurn } from './turns.js';

/** Days of one query; a query takes at most 90. */
const MOST_DAYS = 90;
/** Months of one query: three have up to 92 days. */
const MOST_MONTHS = 2;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 4000;
const PATIENCE = 30_000;

/** What a value of an answer is called in a question. */
const unitTypes: Readonly<Record<KoreMeterId, string>> = {
  sessions: 'session',
  conversations: 'conversations',
  requests: 'request',
  alert_notifications: 'alert',
  proactive_notifications: 'proactive',
};

/** Part of a range, `[from, to)`. */
export interface Piece {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A range in pieces that Kore.ai takes; what lies ahead is left out, for nothing is there. */
export function piecesOf(range: Piece, granularity: Granularity, now: number): Piece[] {
  const pieces: Piece[] = [];
  for (let from = range.from; from < range.to && startOfDay(from, 'UTC') <= now;) {
    const next = granularity === 'day' ? addDays(from, MOST_DAYS) : addMonths(from, MOST_MONTHS);
    const to = next < range.to ? next : range.to;
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

const begun = fields({}, { _id: token, createdOn: instant });

const entry = fields({ date: instant, val: namedValues(number) });
const answered = fields(
  { status: token },
  {
    _id: token,
    modifiedOn: instant,
    response: fields({ data: list(fields({ bot: token, val: list(entry) })) }),
  },
);
type Answered = NonNullable<ReturnType<typeof answered>>;

/** What was counted in a piece, by the date of each day or month. */
export function summaryOf(
  context: KoreContext,
  { meter, granularity }: { readonly meter: KoreMeterId; readonly granularity: Granularity },
  piece: Piece,
  call?: CallOptions,
): Promise<Map<CalendarDate, number>> {
  const { options, client, clock, root } = context;
  const { baseUrl = '', bot, groupKey = 'groupByBot', scope, patience = PATIENCE } = options;
  const isAdmin = scope === 'admin';
  const path = [...root, 'billingsessionsummary'];
  const end = Math.min(startOfDay(piece.to, 'UTC'), clock.now());
  return inTurn(`${baseUrl} ${isAdmin ? '' : bot}`, async () => {
    call?.signal?.throwIfAborted();
    const start = readAnswer(
      begun,
      await client({
        method: 'POST',
        isRead: true,
        path,
        json: {
          fromDate: `${piece.from}T00:00:00.000Z`,
          // Its end belongs to the range, ours doesn't.
          toDate: new Date(end - 1).toISOString(),
          unitType: [unitTypes[meter]],
          [groupKey]: isAdmin ? 'yes' : 'no',
          groupByPeriod: granularity === 'day' ? 'date_day' : 'date_month',
          ...(isAdmin && { streamIds: [bot] }),
        },
        options: call,
      }),
      'The start of a summary',
    );
    const until = clock.now() + patience;
    for (let wait = FIRST_WAIT; clock.now() < until; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      await pause(wait, clock, call?.signal ?? new AbortController().signal);
      const answer = await client({
        path: [...path, 'status'],
        query: { type: 'summary' },
        options: call,
      });
      const read = readAnswer(answered, answer, 'The summary');
      if (/fail|error/i.test(read.status)) throw unreadable('The summary failed.');
      if (isOlder(read, start.createdOn) || !/^success/i.test(read.status)) continue;
      const isNamed = read._id !== undefined && read._id === start._id;
      const counted = countedOf(read, {
        piece,
        meter,
        granularity,
        bot: isAdmin ? bot : undefined,
      });
      if (!isNamed) requireWhole(counted, piece, granularity, end);
      return counted;
    }
    throw unreadable('The summary took too long.');
  });
}

/** An answer from before our question is to another one. Both times are of Kore.ai's own clock. */
function isOlder({ modifiedOn }: Answered, createdOn: string | undefined): boolean {
  if (modifiedOn === undefined || createdOn === undefined) return false;
  const second = (time: string): number => Math.floor(Date.parse(time) / 1000);
  return second(modifiedOn) < second(createdOn);
}

interface Asked {
  readonly piece: Piece;
  readonly meter: KoreMeterId;
  readonly granularity: Granularity;
  /** Left out, where the answer can be of no other. */
  readonly bot: string | undefined;
}

/**
 * The values of an answer, if it is to our question: somebody else may have asked the same bot, from
 * another process. Then its dates, its rhythm, its values or its bot are other ones.
 */
function countedOf(
  { response }: Answered,
  { piece, meter, granularity, bot }: Asked,
): Map<CalendarDate, number> {
  if (!response) throw unreadable('The summary has no data.');
  const own = response.data.filter((one) => bot === undefined || one.bot === bot);
  if (own.length > 1 || own.length < Math.min(1, response.data.length)) {
    throw unreadable('The summary is of other bots.');
  }
  const counted = new Map<CalendarDate, number>();
  for (const { date: at, val } of own[0]?.val ?? []) {
    const [day = '', time = ''] = new Date(at).toISOString().split('T');
    const isOurs =
      day >= piece.from &&
      day < piece.to &&
      time === '00:00:00.000Z' &&
      (granularity === 'day' || day.endsWith('-01')) &&
      !counted.has(day);
    const value = val[meter];
    if (!isOurs || value === undefined) throw unreadable('The summary is to another question.');
    counted.set(day, value);
  }
  return counted;
}

/**
 * Where nothing but its dates says whose question an answer is to, a day that it doesn't have is not
 * a day without use: somebody may have asked for fewer days. The one that still runs may be missing.
 */
function requireWhole(
  counted: ReadonlyMap<CalendarDate, number>,
  { from, to }: Piece,
  granularity: Granularity,
  end: number,
): void {
  const next = (day: CalendarDate): CalendarDate =>
    granularity === 'day' ? addDays(day, 1) : addMonths(day, 1);
  for (let day = from; day < to && startOfDay(next(day), 'UTC') <= end; day = next(day)) {
    if (!counted.has(day)) throw unreadable('The summary is to another question.');
  }
}
