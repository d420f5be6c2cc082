/** What a chart is drawn with, as the page's tokens, colour scheme and forced colours make it. */
export interface ChartTheme {
  /** One colour a group; the first one where there are no groups. */
  readonly series: readonly string[];
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly raised: string;
  readonly shade: string;
  readonly font: string;
  /** The person chose few colours: groups then differ by their pattern. */
  readonly isForced: boolean;
  /** The person wants no motion. */
  readonly isStill: boolean;
}

const seriesTokens = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `--_series-${n}`);

/** What changes a theme without a change of the document. */
const media = {
  dark: '(prefers-color-scheme: dark)',
  forced: '(forced-colors: active)',
  still: '(prefers-reduced-motion: reduce)',
};

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
    raised: colour('--_raised'),
    shade: colour('--_shade'),
    font: computed.fontFamily,
    isForced: matchMedia(media.forced).matches,
    isStill: matchMedia(media.still).matches,
  };
  probe.style.removeProperty('color');
  return theme;
}

/** Calls back when the person's settings change what a theme is read from; answers how to stop that. */
export function watchTheme(changed: () => void): () => void {
  const lists = Object.values(media).map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
  };
}
