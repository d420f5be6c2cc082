/** Days, moments and zones that are wrong, or right and rare. */
import type { Fault } from '../fault.js';
import { json, send } from '../fault.js';

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/u.test(value);

/** Every day and every moment of an answer as another one; ids and numbers stay. */
function times(name: string, change: (text: string) => unknown, more: Partial<Fault> = {}): Fault {
  return altered(
    name,
    (key, value) => (isMoment(value) && key !== 'id' ? change(value) : value),
    more,
  );
}

function zone(name: string, timeZone: unknown, more?: Partial<Fault>): Fault {
  return altered(name, (key, value) => (key === 'timeZone' ? timeZone : value), more);
}

function altered(
  name: string,
  visit: (key: string, value: unknown) => unknown,
  more: Partial<Fault> = {},
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return {
    name,
    ends: ['ready', 'ready'],
    changesFigures: true,
    answer: async (exchange) => {
      const { body } = await exchange.good();
      const text = JSON.stringify(JSON.parse(body, visit));
      send(exchange, 200, { ...json, ...headers }, text);
    },
    ...more,
  };
}

type Ends = NonNullable<Fault['ends']>;
const refused: Ends = ['error', 'stale'];
const partial: Ends = ['partial', 'partial'];
/** Moments that a review cannot do without; an element that only shows does. */
const noReview = { but: { 'billing-checkout': refused } } satisfies Partial<Fault>;
/** Days too. */
const noDays = {
  but: { 'usage-chart': refused, 'invoice-list': refused, ...noReview.but },
} satisfies Partial<Fault>;
/** One day for all of them is one bar. */
const oneBar = { but: { 'usage-chart': partial } } satisfies Partial<Fault>;

const same = (_key: string, value: unknown): unknown => value;
const dayOnly = (text: string): boolean => text.length === 10;

export const timeFaults: readonly Fault[] = [
  zone('a zone that does not exist', 'Mars/Olympus'),
  zone('a zone that is an offset', 'UTC+2'),
  zone('a zone of half hours', 'Australia/Lord_Howe'),
  zone('a zone a day ahead', 'Pacific/Kiritimati'),
  zone('no zone', undefined, { ends: refused }),
  times('the first second of 1970', (text) => `1970-01-01${text.slice(10)}`, noDays),
  times('the end of 9999', (text) => `9999-12-31${text.slice(10)}`, noDays),
  times('seconds for days', (text) => (dayOnly(text) ? text : Date.parse(text) / 1000), noReview),
  times('moments without a zone', (text) => text.replace(/Z$/u, ''), noReview),
  times('the 30th of February', (text) => `2026-02-30${text.slice(10)}`, noDays),
  times('the 29th of February', (text) => `2028-02-29${text.slice(10)}`, oneBar),
  times('one day for all', (text) => `2026-03-08${text.slice(10)}`, oneBar),
  times('midnight that the clocks leave out', (text) =>
    dayOnly(text) ? text : '2026-03-29T02:30:00+01:00',
  ),
  altered('periods that end before they begin', (key, value) =>
    key === 'period' && typeof value === 'object' && value !== null && 'start' in value
      ? { start: Reflect.get(value, 'end') as unknown, end: value.start }
      : value,
  ),
  altered('figures counted in the future', (key, value) =>
    key === 'asOf' ? '2026-12-01T00:00:00Z' : value,
  ),
  altered('a renewal that lies in the past', (key, value) =>
    key === 'renewsAt' ? '2025-01-01T00:00:00Z' : value,
  ),
  altered('a server a day ahead', same, {}, { Date: 'Thu, 19 Mar 2026 15:30:00 GMT' }),
  altered('a server without a clock', same, {}, { Date: 'soon' }),
];
