import { addDays, addMonths, daysBetween } from '../../src/billing/dates.js';
import type { CalendarDate } from '../../src/billing/types.js';
import { seeded } from './random.js';

/** How much one month of a story was used; the running one up to now. */
export interface MonthOfUse {
  /** The first of the month. */
  readonly first: CalendarDate;
  readonly sessions: number;
}

/** How much one day was used. */
export interface DayOfUse {
  readonly date: CalendarDate;
  /** How many days before today; 0 is today. */
  readonly age: number;
  readonly sessions: number;
}

export interface DailyCountsOptions {
  readonly seed: string;
  /** In order; the last one holds the story's today. */
  readonly months: readonly MonthOfUse[];
  /** The today that the months are told for. */
  readonly storyToday: CalendarDate;
  /** The today that plays its part. */
  readonly today: CalendarDate;
  /** Which share of today has passed, from 0 to 1. */
  readonly elapsed: number;
}

/**
 * Spreads the months over their days: weekends get a third of weekdays, with some chance, and the
 * sums are exact. Where another today plays the part, the days keep their distance from it.
 */
export function dailyCounts(options: DailyCountsOptions): DayOfUse[] {
  const { months, storyToday, today, seed, elapsed } = options;
  return months.flatMap(({ first, sessions }) => {
    const afterLast = earlier(addMonths(first, 1), addDays(storyToday, 1));
    const days = Array.from({ length: daysBetween(first, afterLast) }, (_, index) => {
      const age = daysBetween(addDays(first, index), storyToday);
      return { age, date: addDays(today, -age) };
    });
    const weights = days.map(({ date, age }) => {
      const chance = 0.85 + 0.3 * seeded(`${seed}/day/${age}`)();
      return chance * (isWeekend(date) ? 1 / 3 : 1) * (age === 0 ? elapsed : 1);
    });
    const shares = apportioned(sessions, weights);
    return days.map((day, index) => ({ ...day, sessions: shares[index] ?? 0 }));
  });
}

/** Whole numbers in proportion to weights that add up to the total; the largest rests get one more. */
function apportioned(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((before, share) => before + share, 0);
  const byRest = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

const aMonday: CalendarDate = '2026-01-05';

function isWeekend(date: CalendarDate): boolean {
  const weekday = ((daysBetween(aMonday, date) % 7) + 7) % 7;
  return weekday >= 5;
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
