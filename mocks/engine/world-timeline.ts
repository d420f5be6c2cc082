import { addDays } from '../../src/billing/dates.js';
import { dailyCounts } from '../generate/daily-counts.js';
import type { RecordNames } from '../generate/records.js';
import { createTimeline } from '../generate/timeline.js';
import type { DayPlan, Timeline } from '../generate/timeline.js';
import { storyToday } from '../worlds/world.js';
import type { World } from '../worlds/world.js';
import { dayStart } from './day-starts.js';
import type { Calendar } from './calendar.js';

/** All that a world's account has used until the engine was made. */
export function worldTimeline({ name, use }: World, calendar: Calendar): Timeline {
  const { opening, timeZone } = calendar;
  const countedTo = calendar.countedTo();
  const morning = dayStart(opening, timeZone);
  const evening = dayStart(addDays(opening, 1), timeZone);
  const elapsed = Math.max(0, (countedTo - morning) / (evening - morning));
  const counts = dailyCounts({
    seed: name,
    months: use.months,
    storyToday,
    today: opening,
    elapsed,
  });
  const starts = counts.map(({ date }) => dayStart(date, timeZone));
  const days = counts.map(({ age, sessions }, index): DayPlan => {
    const start = starts[index] ?? morning;
    return { age, sessions, start, end: starts[index + 1] ?? Math.max(countedTo, start) };
  });
  return createTimeline({ seed: name, days, shares: use.channels.map(([, share]) => share) });
}

/** What the rows of a world bear. */
export function worldRecordNames({ use }: World): RecordNames {
  return {
    botId: use.botId,
    channels: use.channels.map(([channel]) => channel),
    ...(use.example && { example: use.example }),
  };
}
