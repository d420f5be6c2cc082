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

const seriesTokens = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `--_series-${n}`);

/**
 * Reads the colours off an element that nobody sees: the value of a token itself may still be an
 * unresolved `light-dark()`, its computed colour never is.
 */
export function readTheme(probe: HTMLElement): ChartTheme {
  const computed = getComputedStyle(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(${token})`;
    return computed.color;
  };
  const theme = {
    series: seriesTokens.map(colour),
    text: colour('--_text'),
    muted: colour('--_text-muted'),
    line: colour('--_border'),
    surface: colour('--_surface'),
    shade: colour('--_shade'),
    font: computed.fontFamily,
    isForced: matchMedia('(forced-colors: active)').matches,
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
  probe.style.removeProperty('color');
  return theme;
}
