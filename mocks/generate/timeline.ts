import { seeded } from './random.js';
import { sessionsOf, talksOf } from './talks.js';
import type { Session, Talk } from './talks.js';

/** A day that sessions fall on. Instants in milliseconds. */
export interface DayPlan {
  /** How many days before today; 0 is today. */
  readonly age: number;
  readonly start: number;
  /** Where the next day starts, or up to where today is known. */
  readonly end: number;
  readonly sessions: number;
}

/** All billing sessions of a world by their start. It makes them when they are looked at. */
export interface Timeline {
  /** How many sessions there are. */
  readonly length: number;
  /** The place of the first session that starts at or after an instant. */
  placeAt(epochMs: number): number;
  /** The sessions from one place to before another, in order. */
  between(from: number, to: number): Iterable<Session>;
}

export interface TimelineOptions {
  readonly seed: string;
  /** In order, without gaps. */
  readonly days: readonly DayPlan[];
  /** Shares of the channels; they add up to 100. */
  readonly shares: readonly number[];
}

interface PlacedDay extends DayPlan {
  /** How many sessions there are before this day. */
  readonly before: number;
  /** A talk that began on the day before goes on into this one. */
  readonly nightTalk: Talk | undefined;
}

/** Days that are kept once made; a page of records needs a few. */
const mostKept = 40;
const nightLength = 31 * 60_000;
/** How long before midnight the talk of the night begins. */
const nightLead = 116_000;

export function createTimeline({ seed, days, shares }: TimelineOptions): Timeline {
  const channelAt = channelPicker(seed, shares);
  const placed = placedDays(days, seed, channelAt);
  const length = placed.reduce((sum, { sessions }) => sum + sessions, 0);
  const kept = new Map<PlacedDay, readonly Session[]>();

  const sessionsAt = (day: PlacedDay, next: PlacedDay | undefined): readonly Session[] => {
    const known = kept.get(day);
    if (known) return known;
    const oldest = kept.keys().next();
    if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value);
    const made = sessionsOfDay(day, next, seed, channelAt);
    kept.set(day, made);
    return made;
  };

  const dayIndexBy = (isPast: (day: PlacedDay) => boolean): number =>
    firstIndex(placed.length, (index) => {
      const day = placed[index];
      return day === undefined || !isPast(day);
    });

  return {
    length,
    placeAt: (epochMs) => {
      const index = dayIndexBy(({ end }) => end <= epochMs);
      const day = placed[index];
      if (!day) return length;
      if (epochMs <= day.start) return day.before;
      const sessions = sessionsAt(day, placed[index + 1]);
      const isReached = (at: number) => (sessions[at]?.start ?? Infinity) >= epochMs;
      return day.before + firstIndex(sessions.length, isReached);
    },
    *between(from, to) {
      let index = dayIndexBy(({ before, sessions }) => before + sessions <= from);
      for (let day = placed[index]; day && day.before < to; day = placed[index]) {
        const sessions = sessionsAt(day, placed[index + 1]);
        yield* sessions.slice(Math.max(0, from - day.before), to - day.before);
        index += 1;
      }
    },
  };
}

/** The lowest index, or `length`, from which on something holds. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type ChannelPicker = (place: number) => number;

/** Steps of the golden ratio fill the shares evenly, without remembering what came before. */
function channelPicker(seed: string, shares: readonly number[]): ChannelPicker {
  const offset = seeded(`${seed}/channels/0`)();
  return (place) => {
    let rest = ((place * 0.618_033_988_749_894_9 + offset) % 1) * 100;
    const found = shares.findIndex((share) => {
      rest -= share;
      return rest < 0;
    });
    return found < 0 ? shares.length - 1 : found;
  };
}

/** Once a week somebody talks over midnight: the rows of one talk fall on two days. */
function placedDays(days: readonly DayPlan[], seed: string, channelAt: ChannelPicker): PlacedDay[] {
  let before = 0;
  return days.map((day, index) => {
    const eve = days[index - 1];
    const hasNightTalk = day.age % 7 === 0 && eve !== undefined && isRoomy(eve) && isRoomy(day);
    const start = day.start - nightLead;
    const nightTalk = hasNightTalk
      ? {
          key: `${seed}/night/${day.age}`,
          start,
          end: start + nightLength,
          channel: channelAt(before),
        }
      : undefined;
    const placed = { ...day, before, nightTalk };
    before += day.sessions;
    return placed;
  });
}

const isRoomy = ({ start, end, sessions }: DayPlan): boolean =>
  sessions >= 3 && end - start >= 2 * nightLength;

function sessionsOfDay(
  day: PlacedDay,
  next: PlacedDay | undefined,
  seed: string,
  channelAt: ChannelPicker,
): readonly Session[] {
  const night = [day.nightTalk, next?.nightTalk]
    .flatMap((talk) => (talk ? sessionsOf(talk) : []))
    .filter(({ start }) => start >= day.start && start < day.end);
  const talks = talksOf({
    random: seeded(`${seed}/talks/${day.age}`),
    key: `${seed}/talk/${day.age}`,
    from: day.start,
    to: day.end,
    sessions: day.sessions - night.length,
    channelOf: (index) => channelAt(day.before + index),
  });
  return [...night, ...talks.flatMap(sessionsOf)].sort(
    (a, b) => a.start - b.start || (a.talk.key < b.talk.key ? -1 : 1),
  );
}
