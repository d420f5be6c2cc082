import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

import type { BinnedBars } from '../../billing/bin.js';
import { isNegative, isZero } from '../../billing/decimal.js';
import type { Decimal, Granularity } from '../../billing/types.js';
import type { UsageBar } from '../../billing/usage-bars.js';
import { isolated } from '../../i18n/isolate.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';
import { barLabel, barName, groupNames } from './bar-text.js';
import type { ChartTheme } from './theme.js';

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** What there is to draw. */
export interface Drawing {
  readonly usage: BinnedBars;
  readonly granularity: Granularity;
  /** What is counted; names the bars where there are no groups. */
  readonly meter: string;
  readonly locale: Locale;
}

/** One colour of the stack, from the bottom up. */
interface Layer {
  readonly name: string;
  readonly values: readonly (Decimal | undefined)[];
  readonly theme: number;
}

type BarItem = NonNullable<BarSeriesOption['data']>[number];
type Decal = Exclude<NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>, 'none'>;
type Radius = [number, number, number, number];

/** Round at the end that is away from zero. */
const roundEnd = (value: Decimal, { barRadius }: ChartTheme): Radius =>
  isNegative(value) ? [0, 0, barRadius, barRadius] : [barRadius, barRadius, 0, 0];

/** Stripes at an angle: what is still running, or missing. */
const stripes = (color: string, [width, gap]: ChartTheme['stripe']): Decal => ({
  symbol: 'rect',
  color,
  dashArrayX: [1, 0],
  dashArrayY: [width, gap],
  rotation: -Math.PI / 4,
});

/** Patterns that tell groups apart without colour; the first group stays plain. */
const forcedDecals: readonly (Partial<Decal> | undefined)[] = [
  undefined,
  { dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: 0 },
  { dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: Math.PI / 2 },
  { dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
  },
  { dashArrayX: [5, 5], dashArrayY: [5, 5], rotation: 0 },
  { dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: 0 },
  { dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: Math.PI / 2 },
];

/** As many bars have room for a name each on most screens. */
const maxWideBars = 14;

/** The usage as ECharts draws it. A function of its arguments; what cannot be drawn is in the table. */
export function usageChartOption(drawing: Drawing, theme: ChartTheme): ChartOption {
  const { granularity, locale, usage } = drawing;
  const { bars } = usage;
  const isRtl = locale.direction === 'rtl';
  const text = {
    color: theme.muted,
    fontFamily: theme.font,
    fontSize: theme.fontSize,
    lineHeight: theme.fontSize * 1.25,
  };
  return {
    animation: !theme.isStill,
    animationDuration: 300,
    textStyle: { fontFamily: theme.font },
    grid: {
      top: 10,
      bottom: 4,
      // Bars that are narrower than their names: the last name reaches beyond its bar.
      [isRtl ? 'left' : 'right']: bars.length > maxWideBars ? theme.fontSize : 2,
      [isRtl ? 'right' : 'left']: 2,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'category',
      inverse: isRtl,
      data: bars.map(({ from }) => from),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: {
        ...text,
        margin: 10,
        hideOverlap: true,
        formatter: (_from: string, index: number) => {
          const bar = bars[index];
          if (!bar) return '';
          return barLabel(bar, granularity, locale).split('\n').map(isolated).join('\n');
        },
      },
    },
    yAxis: [
      {
        type: 'value',
        position: isRtl ? 'right' : 'left',
        splitNumber: 4,
        splitLine: { lineStyle: { color: theme.line, type: [2, 4] } },
        axisLabel: { ...text, margin: 12, formatter: (tick: number) => tickLabel(tick, locale) },
        ...(bars.every(({ value }) => !value?.includes('.')) && { minInterval: 1 }),
      },
      // Gaps are as high as the chart, whatever its scale.
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    tooltip: tooltip(drawing, theme),
    series: [
      ...layersOf(drawing).map((layer, index, all) => barSeries(layer, index, all, drawing, theme)),
      gapSeries(bars, theme),
    ],
  };
}

function layersOf({ locale, meter, usage }: Drawing): readonly Layer[] {
  const { bars } = usage;
  if (usage.groups.length === 0) {
    return [{ name: meter, values: bars.map(({ value }) => value), theme: 0 }];
  }
  return groupNames(usage, locale).map((name, group) => ({
    name,
    values: bars.map(({ parts }) => parts[group]),
    theme: group,
  }));
}

function barSeries(
  layer: Layer,
  index: number,
  all: readonly Layer[],
  { locale, usage: { bars } }: Drawing,
  theme: ChartTheme,
): BarSeriesOption {
  const isStacked = all.length > 1;
  return {
    type: 'bar',
    name: tipName(layer.name),
    stack: 'usage',
    barMaxWidth: 56,
    barCategoryGap: '28%',
    cursor: 'default',
    emphasis: { disabled: true },
    tooltip: { valueFormatter: (_drawn, at) => valueText(layer.values[at], locale) },
    color: colourOf(layer, theme),
    itemStyle: isStacked ? { borderColor: theme.surface, borderWidth: 0.5 } : {},
    data: layer.values.map((value, at): BarItem => {
      if (value === undefined) return '-';
      const isEnd = !all.slice(index + 1).some(({ values }) => hasSize(values[at]));
      const decal = decalOf(layer, bars[at], theme);
      return {
        value: toDraw(value),
        itemStyle: {
          ...(isEnd && { borderRadius: roundEnd(value, theme) }),
          ...(decal && { decal }),
        },
      };
    }),
  };
}

function decalOf(
  { theme: group }: Layer,
  bar: UsageBar | undefined,
  theme: ChartTheme,
): Decal | undefined {
  if (bar?.partial) return stripes(theme.surface, theme.stripe);
  const pattern = theme.isForced ? forcedDecals[group] : undefined;
  return pattern && { symbol: 'rect', color: theme.surface, ...pattern };
}

/** Full-height stripes where the server sent nothing: an empty place would read as zero. */
function gapSeries(bars: readonly UsageBar[], theme: ChartTheme): BarSeriesOption {
  return {
    type: 'bar',
    yAxisIndex: 1,
    barGap: '-100%',
    barMaxWidth: 56,
    silent: true,
    tooltip: { show: false },
    animation: false,
    emphasis: { disabled: true },
    color: theme.shade,
    itemStyle: { decal: stripes(theme.line, [2, 6]) },
    data: bars.map(({ value }): BarItem => (value === undefined ? 1 : '-')),
  };
}

function tooltip(
  { granularity, locale, usage }: Drawing,
  theme: ChartTheme,
): TooltipComponentOption {
  const heading = (from: string): string => {
    const bar = usage.bars.find((one) => one.from === from);
    if (!bar) return '';
    const name = barName(bar, granularity, locale);
    // The drawing runs from left to right, whatever the language.
    return isolated(
      usage.groups.length === 0
        ? name
        : locale.messages.barSays(name, valueText(bar.value, locale)),
    );
  };
  return {
    trigger: 'axis',
    // HTML tooltips need inline styles and markup, which strict pages forbid.
    renderMode: 'richText',
    confine: true,
    transitionDuration: theme.isStill ? 0 : 0.15,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    borderRadius: 6,
    padding: [8, 12],
    textStyle: { color: theme.text, fontSize: theme.fontSize + 1, fontWeight: 'normal' },
    axisPointer: {
      type: 'shadow',
      animation: !theme.isStill,
      shadowStyle: { color: theme.shade },
      label: { formatter: ({ value }) => heading(String(value)) },
    },
  };
}

/** As ECharts' notation for styled text would take it: braces are its own, and order is isolated. */
function tipName(name: string): string {
  const characters = [...name.replaceAll('{', '(').replaceAll('}', ')')];
  const short =
    characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : characters.join('');
  // The tip is measured in another font than the page's: room for a wider one.
  return `${isolated(short)}\u2003`;
}

function valueText(value: Decimal | undefined, locale: Locale): string {
  return value === undefined ? locale.messages.noData : locale.number(value);
}

const hasSize = (value: Decimal | undefined): boolean => value !== undefined && !isZero(value);

/** Where a pixel ends up may be rounded; what is written never is, it stays text. */
const toDraw = (value: Decimal): number => Number(value);

/** ECharts chooses its ticks itself, as floats. Without an exponent, they are decimals again. */
function tickLabel(tick: number, locale: Locale): string {
  const plain = String(Number(tick.toPrecision(12)));
  return locale.number(
    plain.includes('e')
      ? tick.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
      : plain,
  );
}

function colourOf({ theme: group }: Layer, theme: ChartTheme): string {
  return theme.series[group % theme.series.length] ?? theme.text;
}
