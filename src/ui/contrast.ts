import { computedColours, rgbOf } from './rgb.js';
import type { Rgb } from './rgb.js';

/** Two colours that an element puts on each other, as its style sheets would write them. */
export interface ColourPair {
  /** What is seen, for example "muted text on a notice". */
  readonly what: string;
  readonly colour: string;
  readonly ground: string;
  /** The least contrast that WCAG 2.2 AA asks for. */
  readonly least: 3 | 4.5;
}

/** How a pair stands with the colours of a page. */
export interface ColourFinding extends ColourPair {
  readonly ratio: number;
}

/** Relative luminance as WCAG 2.2 defines it: 0 for black, 1 for white. */
export function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio as WCAG 2.2 defines it: 1 for the same colour, 21 for black on white. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [first, second] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const tint = (token: string, share: number): string =>
  `color-mix(in srgb, var(${token}) ${share}%, var(--_surface))`;

const surface = { 'a card': 'var(--_surface)', 'a sunken place': 'var(--_surface-sunken)' };

const places = {
  ...surface,
  'a choice': tint('--_track', 60),
  'a chosen option': tint('--_accent', 5),
  'a notice': tint('--_text-muted', 6),
  'a warning': tint('--_warning', 6),
  'an alert': tint('--_danger', 6),
};

const pairsOf = (
  what: string,
  token: string,
  grounds: Readonly<Record<string, string>>,
  least: ColourPair['least'],
): ColourPair[] =>
  Object.entries(grounds).map(([place, ground]) => ({
    what: `${what} on ${place}`,
    colour: `var(${token})`,
    ground,
    least,
  }));

const badge = (what: string, token: string): ColourPair[] =>
  pairsOf(what, token, { 'its badge': tint(token, 7) }, 4.5);

const line = { ...surface, 'its track': 'var(--_track)' };

/** Every pair of colours that the elements use. */
export const colourPairs: readonly ColourPair[] = [
  ...pairsOf('text', '--_text', places, 4.5),
  ...pairsOf('muted text', '--_text-muted', places, 4.5),
  ...pairsOf('a link', '--_accent-text', surface, 4.5),
  ...pairsOf('a fault', '--_danger', places, 4.5),
  ...badge('a plain status', '--_text-muted'),
  ...badge('a status in the accent', '--_accent-text'),
  ...badge('success', '--_success'),
  ...badge('a warning', '--_warning'),
  ...badge('danger', '--_danger'),
  ...pairsOf(
    'the text of a button',
    '--_on-accent',
    { 'the accent': 'var(--_accent-fill)', 'the accent under the pointer': 'var(--_accent-hover)' },
    4.5,
  ),
  ...pairsOf('the text of a button', '--_surface', { danger: 'var(--_danger)' }, 4.5),
  ...pairsOf('the edge of a control', '--_control', surface, 3),
  ...pairsOf('the ring of the focus', '--_focus', surface, 3),
  ...pairsOf('an edge or a bar', '--_accent', line, 3),
  ...pairsOf('a bar that runs low', '--_warning', line, 3),
  ...pairsOf('a bar that ran out', '--_danger', line, 3),
  ...pairsOf('a sign of success', '--_success', { 'its ground': tint('--_success', 10) }, 3),
];

/**
 * The contrast of every pair of colours that an element uses, as the page's tokens and colour
 * scheme make them; for tools and tests of a theme. The element must have drawn its content.
 */
export function contrastReport(
  element: Element,
  pairs: readonly ColourPair[] = colourPairs,
): readonly ColourFinding[] {
  const probe = document.createElement('span');
  element.shadowRoot?.append(probe);
  const values = [...new Set(pairs.flatMap(({ colour, ground }) => [colour, ground]))];
  const computed = computedColours(probe, values);
  probe.remove();
  const colours = new Map(values.map((value, at) => [value, rgbOf(computed[at] ?? '')]));
  return pairs.flatMap((pair) => {
    const [colour, ground] = [colours.get(pair.colour), colours.get(pair.ground)];
    return colour && ground ? [{ ...pair, ratio: contrastOf(colour, ground) }] : [];
  });
}
