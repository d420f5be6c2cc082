import type { Instant } from '../../src/billing/types.js';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Every change of a clock falls on a quarter of an hour, so offsets are looked up once for each. */
const offsets = new Map<string, number>();
const mostOffsets = 20_000;
const quarter = 900_000;

/** Milliseconds that a zone's clock is ahead of UTC at an instant. */
function offsetAt(epochMs: number, timeZone: string): number {
  const slot = `${timeZone}/${Math.floor(epochMs / quarter)}`;
  const known = offsets.get(slot);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const offset = readOffset(epochMs, timeZone);
  offsets.set(slot, offset);
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
  const clock = new Date(epochMs + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${clock}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${clock}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** An instant in UTC, without milliseconds. */
export const utcTime = (epochMs: number): Instant =>
  new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
