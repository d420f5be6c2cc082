import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { dateIn, daysBetween, isTimeZone } from '../../billing/dates.js';
import { isZero } from '../../billing/decimal.js';
import type { Instant, Meter, Period, Plan } from '../../billing/types.js';
import type { Formats, PlanLocale as Locale } from '../../i18n/locale.js';

/** What a plan costs, and how often; `by agreement` where people say it. */
export function priceOf(
  { interval, intervalCount, price }: Plan,
  locale: Locale,
): TemplateResult | string | typeof nothing {
  const { messages } = locale;
  if (price === undefined) return nothing;
  if (price === null) return messages.byAgreement;
  const amount = html`<strong><bdi>${locale.money(price)}</bdi></strong>`;
  if (interval === undefined) return amount;
  const cycle = messages.every(interval, intervalCount, locale.count(intervalCount));
  return html`${amount} <bdi class="muted">${cycle}</bdi>`;
}

/** The last day that belongs to the period: its end is the first instant after it. */
export function periodOf({ end, start }: Period, timeZone: string, locale: Locale): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return locale.dateRange(dateIn(zone, Date.parse(start)), dateIn(zone, Date.parse(end) - 1));
}

export function meterName(meters: readonly Meter[], id: string): string {
  return meters.find((meter) => meter.id === id)?.name ?? id;
}

type Allowance = NonNullable<Plan['allowances']>[number];

/** What a plan includes of a meter, and what each one above that costs. */
export function allowanceOf({ included, overagePrice }: Allowance, locale: Locale): string {
  const { messages } = locale;
  if (included === null || included === undefined) return messages.unlimited;
  const price = overagePrice && locale.money(overagePrice);
  if (price !== undefined && isZero(included)) return messages.priceEach(price);
  const shown = messages.included(locale.number(included));
  return price === undefined ? shown : messages.includedThen(shown, price);
}

/** How many days it is from now to an instant, where the time zone is. */
export function daysUntil(instant: Instant, timeZone: string, now: number): number {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return daysBetween(dateIn(zone, now), dateIn(zone, Date.parse(instant)));
}

/** "March 28, 2026" and "in 10 days". */
export function dayAndDistance(
  instant: Instant,
  timeZone: string,
  now: number,
  locale: Formats,
): [day: string, when: string] {
  return [locale.day(instant, timeZone), locale.inDays(daysUntil(instant, timeZone, now))];
}
