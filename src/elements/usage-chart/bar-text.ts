/** What a bar is called: the same words on the axis, at the cursor, in the table. */
import type { BinnedBars } from '../../billing/bin.js';
import { addDays, daysBetween, monthsBetween } from '../../billing/dates.js';
import type { Granularity } from '../../billing/types.js';
import type { UsageBar } from '../../billing/usage-bars.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';

/** The days or the month of a bar, and that it is still running where it is. */
export function barName(bar: UsageBar, granularity: Granularity, locale: Locale): string {
  const name = barDates(bar, granularity, locale);
  return bar.partial ? locale.messages.soFar(name) : name;
}

/** The days or the month of a bar. */
export function barDates({ from, to }: UsageBar, granularity: Granularity, locale: Locale): string {
  if (granularity === 'month' && monthsBetween(from, to) === 1) return locale.month(from);
  if (daysBetween(from, to) === 1) return locale.date(from);
  return locale.dateRange(from, addDays(to, -1));
}

/** As short as an axis wants it. A month stands over its year. */
export function barLabel({ from }: UsageBar, granularity: Granularity, locale: Locale): string {
  if (granularity === 'day') return locale.date(from, 'axis');
  return locale.month(from, 'medium').replace(/\s/, '\n');
}

/** The groups as they are drawn; those that are drawn as one have one name. */
export function groupNames({ folded, groups }: BinnedBars, locale: Locale): readonly string[] {
  return folded > 0 ? [...groups, locale.messages.otherGroups(locale.count(folded))] : groups;
}
