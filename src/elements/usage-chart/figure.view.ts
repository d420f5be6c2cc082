import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { maxGroups } from '../../billing/bin.js';
import { addDays } from '../../billing/dates.js';
import type { Decimal } from '../../billing/types.js';
import { averageOf, totalOf, totalOfGroup } from '../../billing/usage-bars.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';
import { sentences } from '../../i18n/sentences.js';
import { barDates, barName, groupNames } from './bar-text.js';
import { missingOf } from './figure.js';
import type { UsageFigure } from './figure.js';

/** The figures of the whole range in words. */
export interface Summary {
  readonly meter: string;
  readonly dates: string;
  readonly total: string;
  readonly average: string | undefined;
}

export function summaryOf(figure: UsageFigure, locale: Locale): Summary {
  const { binned, meter, series, usage, window } = figure;
  const average = averageOf(usage.bars);
  return {
    meter,
    dates: locale.dateRange(window.from, addDays(window.to, -1)),
    // The server's own total stands, whatever its bars add up to. Those that are drawn are fewer, and
    // add up to the same.
    total: locale.number(series.total ?? totalOf(binned.bars)),
    average: average === undefined ? undefined : locale.number(average),
  };
}

/** The same as one sentence, for those who do not see it. */
export const inWords = ({ average, dates, meter, total }: Summary, { messages }: Locale): string =>
  messages.chartSummary(meter, dates, total, average);

/** As high as a figure, so that nothing jumps when another one comes. */
export function figureSkeleton(): TemplateResult {
  return html`<div part="skeleton card" class="card figure" aria-hidden="true">
    <div class="skeleton caption"></div>
    <div class="skeleton plot"></div>
  </div>`;
}

/** Total, average, dates, zone and age; and what is not as it seems. */
export function caption(view: UsageFigure, summary: Summary, locale: Locale): TemplateResult {
  const { messages } = locale;
  const { series, window } = view;
  const { average, dates, total } = summary;
  const facts = [
    dates,
    messages.inTimeZone(series.timeZone),
    series.asOf === undefined
      ? ''
      : messages.updated(locale.dateTime(series.asOf, series.timeZone)),
  ].filter((fact) => fact !== '');
  const notes = sentences(notesOf(view, locale), locale);
  return html`<figcaption part="caption" class="caption">
    <p part="subheading" class="meter"><bdi>${view.meter}</bdi></p>
    <dl class="totals">
      <div>
        <dt>${messages.total}</dt>
        <dd part="total number">${total}</dd>
      </div>
      ${
        average === undefined
          ? nothing
          : html`<div>
              <dt>${messages.averagePer[window.granularity]}</dt>
              <dd part="average number">${average}</dd>
            </div>`
      }
    </dl>
    <ul part="facts" class="facts muted" role="list">
      ${facts.map((fact) => html`<li><bdi>${fact}</bdi></li>`)}
    </ul>
    ${notes === '' ? nothing : html`<p part="notes" class="muted"><bdi>${notes}</bdi></p>`}
  </figcaption>`;
}

function notesOf(figure: UsageFigure, locale: Locale): string[] {
  const { binned, usage, window } = figure;
  const { messages } = locale;
  const { granularity } = window;
  const missing = missingOf(figure);
  return [
    ...usage.bars
      .filter(({ partial }) => partial)
      .map((bar) => messages.stillRunning(barDates(bar, granularity, locale))),
    missing > 0 ? messages.gaps(missing, locale.count(missing), granularity) : '',
    binned.perBar > 1 ? messages.perBar(locale.count(binned.perBar), granularity) : '',
  ];
}

/** The groups, their colours and what each has over the whole range. */
export function legend({ binned }: UsageFigure, locale: Locale): TemplateResult | typeof nothing {
  if (binned.groups.length === 0) return nothing;
  return html`<ul part="legend" class="legend" role="list">
    ${groupNames(binned, locale).map(
      (name, group) =>
        html`<li>
          <span class="swatch series-${(group % maxGroups) + 1}"></span>
          <bdi>${name}</bdi>
          <span class="number">${locale.number(totalOfGroup(binned.bars, group))}</span>
        </li>`,
    )}
  </ul>`;
}

/** One bar in words, with its groups: whoever hears it gets all of its numbers. */
export function barWords({ binned, window }: UsageFigure, at: number, locale: Locale): string {
  const bar = binned.bars[at];
  if (!bar) return '';
  const { messages } = locale;
  const words = (value: Decimal | undefined) =>
    value === undefined ? messages.noData : locale.number(value);
  const shares = groupNames(binned, locale).flatMap((group, index) => {
    const part = bar.parts[index];
    return part === undefined ? [] : [messages.barSays(group, words(part))];
  });
  const name = barName(bar, window.granularity, locale);
  return [messages.barSays(name, words(bar.value)), ...shares].join('. ');
}
