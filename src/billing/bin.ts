/** Few enough marks for a chart to draw: 100,000 bars take seconds, and nobody sees them. */
import { sumOfKnown } from './usage-bars.js';
import type { UsageBar, UsageBars } from './usage-bars.js';

/** The bars as they are drawn. */
export interface BinnedBars extends UsageBars {
  /** How many days or months stand in one bar; the first bar may have fewer. */
  readonly perBar: number;
  /** How many of the smallest groups are drawn as one, the last of `groups`' parts; 0 if none. */
  readonly folded: number;
}

/** About as many as a chart of usual width has pixels; more take long to draw, and nobody sees them. */
export const maxMarks = 1_200;
/** As many groups as people tell apart by their colour. */
export const maxGroups = 8;

/**
 * Merges the smallest groups into one, then neighbouring bars, until there are at most `limit`
 * marks: bars times groups. Sums are exact, a bar with a running day is running, and one in which
 * days are missing says how many.
 */
export function bin(
  usage: UsageBars,
  { marks = maxMarks, groups = maxGroups }: { marks?: number; groups?: number } = {},
): BinnedBars {
  const folding = foldGroups(usage, groups);
  const perGroup = Math.max(folding.groups.length + (folding.folded > 0 ? 1 : 0), 1);
  const perBar = Math.max(Math.ceil((usage.bars.length * perGroup) / marks), 1);
  return { ...folding, bars: mergeNeighbours(folding.bars, perBar), perBar };
}

function foldGroups(usage: UsageBars, most: number): Omit<BinnedBars, 'perBar'> {
  if (usage.groups.length <= most) return { ...usage, folded: 0 };
  const kept = most - 1;
  const bars = usage.bars.map((bar) => ({
    ...bar,
    parts: [...bar.parts.slice(0, kept), sumOfKnown(bar.parts.slice(kept))],
  }));
  const folded = usage.groups.length - kept;
  return { ...usage, bars, groups: usage.groups.slice(0, kept), folded };
}

function mergeNeighbours(bars: readonly UsageBar[], perBar: number): readonly UsageBar[] {
  if (perBar === 1) return bars;
  // Counted from the newest, so that a short bar is the oldest and not taken for a drop in use.
  const offset = bars.length % perBar;
  const starts = offset === 0 ? [] : [0];
  for (let start = offset; start < bars.length; start += perBar) starts.push(start);
  return starts.map((start, index) => merged(bars.slice(start, starts[index + 1])));
}

function merged(bars: readonly UsageBar[]): UsageBar {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) throw new RangeError('There is nothing to merge.');
  return {
    from: first.from,
    to: last.to,
    value: sumOfKnown(bars.map(({ value }) => value)),
    partial: bars.some(({ partial }) => partial),
    missing: bars.reduce((sum, { missing }) => sum + missing, 0),
    parts: first.parts.map((_, group) => sumOfKnown(bars.map(({ parts }) => parts[group]))),
  };
}
