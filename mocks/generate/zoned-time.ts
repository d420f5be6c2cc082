import type { Instant } from '../../src/billing/types.js';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Offsets that were looked up, by zone and by the step of time that they were read at. */
const offsets = new Map<string, Map<number, number>>();
const mostOffsets = 20_000;
const day = 86_400_000;
/** Every change of a clock falls on a quarter of an hour. */
const quarter = 900_000;

/** Milliseconds that a zone's clock is ahead of UTC at an instant. */
function offsetAt(epochMs: number, timeZone: string): number {
  const morning = Math.floor(epochMs / day) * day;
  const offset = lookedUp(morning, timeZone);
  // Only on a day with a change of the clock it matters where in the day the instant lies.
  return offset === lookedUp(morning + day, timeZone)
    ? offset
    : lookedUp(Math.floor(epochMs / quarter) * quarter, timeZone);
}

function lookedUp(epochMs: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const held = known.get(epochMs);
  if (held !== undefined) return held;
  if (known.size >= mostOffsets) known.clear();
  const offset = readOffset(epochMs, timeZone);
  offsets.set(timeZone, known.set(epochMs, offset));
  return offset;
}

function readOffset(epochMs: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(epochMs).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -offset : offset;
}

/** An instant as a zone's clock shows it: `2026-03-18T00:13:04-04:00`. */
export function zonedTime(epochMs: number, timeZone: string): Instant {
  const offset = offsetAt(epochMs, timeZone);
  return clockText(epochMs + offset) + suffixOf(offset);
}

/** `00` to `59`. */
const pairs = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const dates = new Map<number, string>();

/** What `toISOString` says of an instant, in a fraction of its time: pages have thousands of them. */
function clockText(epochMs: number): string {
  const days = Math.floor(epochMs / day);
  const date = dates.get(days) ?? new Date(days * day).toISOString().slice(0, 10);
  dates.set(days, date);
  const second = Math.floor((epochMs - days * day) / 1000);
  const minute = Math.floor(second / 60);
  return `${date}T${pairs[Math.floor(minute / 60)]}:${pairs[minute % 60]}:${pairs[second % 60]}`;
}

const suffixes = new Map<number, string>([[0, 'Z']]);

/** `-04:00` for four hours behind UTC. */
function suffixOf(offset: number): string {
  const known = suffixes.get(offset);
  if (known !== undefined) return known;
  const minutes = Math.abs(offset) / 60_000;
  const pad = (value: number) => String(value).padStart(2, '0');
  const suffix = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  suffixes.set(offset, suffix);
  return suffix;
}

/** An instant in UTC, without milliseconds. */
export const utcTime = (epochMs: number): Instant =>
  new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
