/** What the filters stand for: which meter, whose days, which range. Pure; the element asks for it. */
import { isTimeZone } from '../../billing/dates.js';
import type { Account, CalendarDate, Meter } from '../../billing/types.js';
import {
  asCustom,
  customRange,
  offeredRanges,
  presetWindow,
  usageRanges,
} from '../../billing/usage-range.js';
import type {
  PresetRange,
  RangeLimits,
  RangeProblem,
  UsageRange,
  UsageWindow,
} from '../../billing/usage-range.js';

/** What the page or the person chose; `undefined` is no choice. */
export interface Choice {
  readonly meter: string | undefined;
  readonly range: UsageRange | undefined;
  readonly ranges: readonly UsageRange[] | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly groupBy: string | undefined;
  readonly timeZone: string | undefined;
  readonly completeOnly: boolean;
}

export interface Selection {
  readonly meter: Meter;
  /** One of the meter's dimensions, by its id. */
  readonly groupBy: string | undefined;
  /** Whose days they are. */
  readonly timeZone: string;
  readonly limits: RangeLimits;
  readonly offered: readonly UsageRange[];
  readonly range: UsageRange;
  /** What stands in the fields of the custom range. */
  readonly from: string;
  readonly to: string;
  readonly problems: readonly RangeProblem[];
  /** What to ask for; `undefined` while the custom range is impossible. */
  readonly window: UsageWindow | undefined;
}

/** Reads the choice in the light of the account; `undefined` where there is nothing to choose from. */
export function select(
  choice: Choice,
  account: Account,
  todayIn: (timeZone: string) => CalendarDate,
): Selection | undefined {
  const meter = account.meters.find(({ id }) => id === choice.meter) ?? account.meters[0];
  if (!meter) return undefined;
  const timeZone = zoneOf(choice, account, meter);
  const limits: RangeLimits = {
    today: todayIn(timeZone),
    completeOnly: choice.completeOnly,
    maxRangeDays: meter.maxRangeDays,
    granularities: meter.granularities,
  };
  const wanted = offeredRanges(choice.ranges ?? usageRanges, limits);
  const offered = wanted.length > 0 ? wanted : offeredRanges(usageRanges, limits);
  const range = offered.find((one) => one === choice.range) ?? offered[0];
  if (!range) return undefined;
  const { from, to } = fieldsOf(choice, offered, limits);
  const { window, problems } =
    range === 'custom'
      ? customRange(from, to, limits)
      : { window: presetWindow(range, limits), problems: [] };
  const groupBy = meter.dimensions?.find(({ id }) => id === choice.groupBy)?.id;
  return { meter, groupBy, timeZone, limits, offered, range, from, to, problems, window };
}

/** An engine with a fixed zone buckets in the account's only; where no runtime knows that, in UTC. */
function zoneOf({ timeZone }: Choice, account: Account, meter: Meter): string {
  const wanted = meter.timeZones === 'fixed' ? undefined : timeZone;
  return [wanted, account.timeZone].find((zone) => zone && isTimeZone(zone)) ?? 'UTC';
}

/** Without dates of their own the fields show the days of the first range on offer. */
function fieldsOf({ from, to }: Choice, offered: readonly UsageRange[], limits: RangeLimits) {
  if (from !== undefined || to !== undefined) return { from: from ?? '', to: to ?? '' };
  const isPreset = (range: UsageRange): range is PresetRange => range !== 'custom';
  const first = offered.find(isPreset);
  return first ? asCustom(presetWindow(first, limits), limits) : { from: '', to: '' };
}

/** Names that the account does not know; the first meter, or no group, stands in for them. */
export function unknownNames({ groupBy, meter }: Choice, { meters }: Account): string[] {
  const isMeter = meter === undefined || meters.some(({ id }) => id === meter);
  const isDimension =
    groupBy === undefined ||
    meters.some(({ dimensions = [] }) => dimensions.some(({ id }) => id === groupBy));
  return [
    isMeter ? '' : `meter does not know "${meter}".`,
    isDimension ? '' : `group-by does not know "${groupBy}".`,
  ].filter((complaint) => complaint !== '');
}
