import { expect } from 'chai';

import { bin, maxMarks } from '../../src/billing/bin.js';
import { addDays } from '../../src/billing/dates.js';
import type { UsageBar, UsageBars } from '../../src/billing/usage-bars.js';
import type { ChartTheme } from '../../src/elements/usage-chart/theme.js';
import { usageChartOption } from '../../src/elements/usage-chart/usage-chart.option.js';
import type { Drawing } from '../../src/elements/usage-chart/usage-chart.option.js';
import { commonTexts } from '../../src/i18n/en.js';
import { usageChartTexts } from '../../src/i18n/en-usage-chart.js';
import { withTexts } from '../../src/i18n/with-texts.js';

const theme: ChartTheme = {
  series: ['red', 'green', 'blue', 'cyan', 'pink', 'gold', 'gray', 'navy'],
  text: 'black',
  muted: 'dimgray',
  line: 'silver',
  surface: 'white',
  shade: 'whitesmoke',
  font: 'sans-serif',
  fontSize: 12,
  barRadius: 4,
  stripe: [2, 3],
  isForced: false,
  isStill: false,
};

const days = (
  count: number,
  groups: readonly string[] = [],
  change: (bar: UsageBar, index: number) => Partial<UsageBar> = () => ({}),
): UsageBars => ({
  bars: Array.from({ length: count }, (_, index) => {
    const bar: UsageBar = {
      from: addDays('2025-01-01', index),
      to: addDays('2025-01-01', index + 1),
      value: String(groups.length || 1),
      partial: false,
      missing: 0,
      parts: groups.map(() => '1'),
    };
    return { ...bar, ...change(bar, index) };
  }),
  groups,
  unexpected: 0,
});

const drawing = (usage: UsageBars, direction: 'ltr' | 'rtl' = 'ltr'): Drawing => ({
  usage: bin(usage),
  granularity: 'day',
  meter: 'Sessions',
  locale: withTexts({ tag: 'en', direction, messages: commonTexts }, usageChartTexts),
});

/** The option as plain data: what ECharts takes is wider than what is built here. */
const built = (given: Drawing, with_: Partial<ChartTheme> = {}) => {
  const { series, xAxis, yAxis, ...option } = usageChartOption(given, { ...theme, ...with_ });
  return { ...option, series: [series].flat(), xAxis: [xAxis].flat(), yAxis: [yAxis].flat() };
};
const values = (data: unknown): unknown[] =>
  Array.isArray(data)
    ? data.map((item: unknown) =>
        typeof item === 'object' && item !== null && 'value' in item ? item.value : item,
      )
    : [];
const style = (data: unknown, at: number): unknown => {
  const item: unknown = Array.isArray(data) ? data[at] : undefined;
  return typeof item === 'object' && item !== null && 'itemStyle' in item
    ? item.itemStyle
    : undefined;
};

describe('the option of the usage chart', () => {
  it('has a series of bars, and one for gaps', () => {
    const gap = (_: UsageBar, index: number) =>
      index === 1 ? { value: undefined, missing: 1 } : {};
    const { series } = built(drawing(days(3, [], gap)));
    expect(series.map((one) => values(one?.data))).to.eql([
      [1, '-', 1],
      ['-', 1, '-'],
    ]);
  });

  it('stacks the groups, the last of them with round corners', () => {
    const { series } = built(drawing(days(2, ['IVR', 'Email'])));
    expect(series.slice(0, 2).map((one) => one?.stack)).to.eql(['usage', 'usage']);
    expect(style(series[0]?.data, 0)).to.eql({});
    expect(style(series[1]?.data, 0)).to.eql({ borderRadius: [4, 4, 0, 0] });
  });

  it('rounds what is uppermost in each bar, and what hangs below zero at its lower end', () => {
    const parts = (_: UsageBar, index: number) =>
      index === 0 ? { parts: ['1', '0'] } : { parts: ['-1', undefined] };
    const { series } = built(drawing(days(2, ['IVR', 'Email'], parts)));
    expect(style(series[0]?.data, 0)).to.eql({ borderRadius: [4, 4, 0, 0] });
    expect(style(series[0]?.data, 1)).to.eql({ borderRadius: [0, 0, 4, 4] });
  });

  it('draws no more marks than a browser can, of however many days and groups', () => {
    for (const [count, groups] of [
      [366, 8],
      [366, 40],
      [9_800, 0],
      [9_800, 8],
    ] as const) {
      const names = Array.from({ length: groups }, (_, index) => `Group ${index}`);
      const { series } = built(drawing(days(count, names)));
      const marks = series
        .flatMap((one) => values(one?.data))
        .filter((value) => typeof value === 'number');
      expect(marks.length, `${count} x ${groups}`).to.be.within(1, maxMarks);
    }
  });

  it('marks a running bar by a pattern, not by colour alone', () => {
    const running = (_: UsageBar, index: number) => ({ partial: index === 1 });
    const { series } = built(drawing(days(2, [], running)));
    expect(style(series[0]?.data, 0)).not.to.have.property('decal');
    expect(style(series[0]?.data, 1)).to.have.property('decal');
  });

  it('tells groups apart by patterns where colours are forced', () => {
    const { series } = built(drawing(days(1, ['a', 'b', 'c'])), { isForced: true });
    const decals = series.slice(0, 3).map((one) => JSON.stringify(style(one?.data, 0)));
    expect(new Set(decals).size).to.equal(3);
    expect(decals[0]).not.to.contain('decal');
  });

  it('moves nothing where the person wants no motion', () => {
    expect(built(drawing(days(1)))).to.include({ animation: true });
    expect(built(drawing(days(1)), { isStill: true })).to.include({ animation: false });
  });

  it('is mirrored in a language from right to left', () => {
    const ltr = built(drawing(days(1)));
    const rtl = built(drawing(days(1), 'rtl'));
    expect([ltr.xAxis[0]?.inverse, ltr.yAxis[0]?.position]).to.eql([false, 'left']);
    expect([rtl.xAxis[0]?.inverse, rtl.yAxis[0]?.position]).to.eql([true, 'right']);
  });

  it('isolates names from right to left, and takes no notation from any', () => {
    const { series } = built(drawing(days(1, ['{a|שלום}', 'x'.repeat(60)])));
    expect(series[0]?.name).to.equal('\u2068(a|שלום)\u2069\u2003');
    expect(series[1]?.name).to.equal(`${'x'.repeat(31)}…\u2003`);
  });

  it('shows the digits that were sent, not those that are drawn', () => {
    const exact = { value: '12345678901234567890.10' };
    const { series } = built(drawing(days(1, [], () => exact)));
    const { valueFormatter } = series[0]?.tooltip ?? {};
    expect(valueFormatter?.(0, 0)).to.equal('12,345,678,901,234,567,890.10');
  });

  it('never makes tips of markup', () => {
    const { tooltip } = built(drawing(days(1)));
    expect([tooltip].flat()[0]?.renderMode).to.equal('richText');
    expect([tooltip].flat()[0]).not.to.have.property('formatter');
  });

  it('writes its scale without exponents and without noise of floats', () => {
    const { yAxis } = built(drawing(days(1)));
    const label = yAxis[0]?.axisLabel;
    const formatter =
      label && 'formatter' in label && typeof label.formatter === 'function'
        ? (label.formatter as (tick: number) => string)
        : String;
    expect([0.1 + 0.2, 1e21, 1500, 0.0000005].map((tick) => formatter(tick))).to.eql([
      '0.3',
      '1,000,000,000,000,000,000,000',
      '1,500',
      '0.0000005',
    ]);
  });
});
