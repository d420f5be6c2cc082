import { computedColours, rgbaOf } from '../../ui/rgb.js';
import { seriesTokens } from './chart-colours.js';

/** What a chart is drawn with, as the page's tokens, colour scheme and forced colours make it. */
export interface ChartTheme {
  /** One colour a group; the first one where there are no groups. */
  readonly series: readonly string[];
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly shade: string;
  readonly font: string;
  /** Size of what is written along the axes, in pixels like all lengths here. */
  readonly fontSize: number;
  /** How round the end of a bar is. */
  readonly barRadius: number;
  /** The stripes of a day or month that is not over: how wide, and how far apart. */
  readonly stripe: readonly [width: number, gap: number];
  /** The person chose few colours: groups then differ by their pattern. */
  readonly isForced: boolean;
  /** The person wants no motion, or it is for paper. */
  readonly isStill: boolean;
}

/** Any colour as ECharts can read it: it knows no space but sRGB. */
function plain(colour: string): string {
  const [red = 0, green = 0, blue = 0, opacity = 0] = rgbaOf(colour) ?? [];
  const channels = [red, green, blue].join(', ');
  return opacity === 1 ? `rgb(${channels})` : `rgba(${channels}, ${opacity})`;
}

/** Lengths in pixels, whatever unit they were written in. */
function lengths(probe: HTMLElement, tokens: readonly string[]): readonly number[] {
  const computed = getComputedStyle(probe);
  const found = tokens.map((token) => {
    probe.style.setProperty('text-indent', `var(${token})`);
    return parseFloat(computed.textIndent) || 0;
  });
  probe.style.removeProperty('text-indent');
  return found;
}

/** Reads the theme off an element that nobody sees. */
export function readTheme(probe: HTMLElement): ChartTheme {
  const others = ['--_text', '--_text-muted', '--_border', '--_surface', '--_shade'];
  const colours = computedColours(
    probe,
    [...others, ...seriesTokens].map((token) => `var(${token})`),
  ).map(plain);
  const [text = '', muted = '', line = '', surface = '', shade = '', ...series] = colours;
  const [fontSize = 0, barRadius = 0, width = 0, gap = 0] = lengths(probe, [
    '--_chart-size',
    '--_bar-radius',
    '--_stripe-width',
    '--_stripe-gap',
  ]);
  return {
    series,
    text,
    muted,
    line,
    surface,
    shade,
    font: getComputedStyle(probe).fontFamily,
    fontSize,
    barRadius,
    stripe: [width, gap],
    isForced: matchMedia('(forced-colors: active)').matches,
    isStill: matchMedia('print, (prefers-reduced-motion: reduce)').matches,
  };
}
