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
  /** The person chose few colours: groups then differ by their pattern. */
  readonly isForced: boolean;
  /** The person wants no motion. */
  readonly isStill: boolean;
}

/** Any colour as ECharts can read it: it knows no space but sRGB. */
function plain(colour: string): string {
  const [red = 0, green = 0, blue = 0, opacity = 0] = rgbaOf(colour) ?? [];
  const channels = [red, green, blue].join(', ');
  return opacity === 1 ? `rgb(${channels})` : `rgba(${channels}, ${opacity})`;
}

/** Reads the theme off an element that nobody sees. */
export function readTheme(probe: HTMLElement): ChartTheme {
  const others = ['--_text', '--_text-muted', '--_border', '--_surface', '--_shade'];
  const colours = computedColours(
    probe,
    [...others, ...seriesTokens].map((token) => `var(${token})`),
  ).map(plain);
  const [text = '', muted = '', line = '', surface = '', shade = '', ...series] = colours;
  return {
    series,
    text,
    muted,
    line,
    surface,
    shade,
    font: getComputedStyle(probe).fontFamily,
    isForced: matchMedia('(forced-colors: active)').matches,
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
