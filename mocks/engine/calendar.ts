import { addDays, dateIn, daysBetween } from '../../src/billing/dates.js';
import type { CalendarDate, Instant } from '../../src/billing/types.js';
import { utcTime } from '../generate/zoned-time.js';
import { storyToday } from '../worlds/world.js';
import { dayStart } from './day-starts.js';

/** The time of a world: its story's dates on the days that play their part. */
export interface Calendar {
  readonly timeZone: string;
  /** The day on which the engine was made; the story's today. */
  readonly opening: CalendarDate;
  /** The current time in milliseconds. */
  now(): number;
  /** The running day in the account's zone. */
  today(): CalendarDate;
  /** A date of the story, as far from today as it is there. */
  date(story: CalendarDate): CalendarDate;
  /** The first instant of a day in the account's zone. */
  instant(date: CalendarDate): Instant;
  /** Up to when events are counted, in milliseconds. */
  countedTo(): number;
}

const countingDelay = 30 * 60_000;
/** Counting comes in steps, so that an answer stays the same for a while and can be kept. */
const countingStep = 5 * 60_000;

export function createCalendar(timeZone: string, now: () => number): Calendar {
  const opening = dateIn(timeZone, now());
  const shift = daysBetween(storyToday, opening);
  return {
    timeZone,
    opening,
    now,
    today: () => dateIn(timeZone, now()),
    date: (story) => addDays(story, shift),
    instant: (date) => utcTime(dayStart(date, timeZone)),
    countedTo: () => Math.floor((now() - countingDelay) / countingStep) * countingStep,
  };
}

/** A day in words, for the names that people give to what they bought: `1 Dec 2025`. */
export function dayInWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  return `${Number(day)} ${names[Number(month) - 1] ?? ''} ${year ?? ''}`;
}
