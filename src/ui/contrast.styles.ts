import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/** What the browser must know for that. */
const supports = unsafeCSS(
  '@supports (color: color(from color-mix(in srgb-linear, red, red) srgb-linear r g b / alpha))',
);

/** A colour as it was given, changed as far as it must be to stand out from its ground. */
const corrected = (token: string, ground: string, given = `given-${token}`): string =>
  `--_${token}: color(from color(from color(from color-mix(in srgb-linear, light-dark(
    color(from var(--_${given}) var(--_over-white)),
    color(from var(--_${given}) var(--_over-black))
  ), var(--_ground-${ground})) var(--_apart)) var(--_scaled)) var(--_whitened));`;

/** The same for tokens of one element, each `--_given-…` until then: bars and edges. */
export const correctedLines = (...tokens: readonly string[]): CSSResult => {
  const colours = tokens.map((token) => corrected(token, 'line')).join('');
  return unsafeCSS(`${supports.cssText} { :host { ${colours} } }`);
};

const colours = unsafeCSS(
  [
    ...['text', 'text-muted', 'success', 'warning', 'danger'].map((token) =>
      corrected(token, 'text'),
    ),
    ...['control', 'focus'].map((token) => corrected(token, 'line')),
    corrected('accent-text', 'text', 'accent-fill'),
    corrected('accent', 'line', 'accent-fill'),
    corrected('on-accent', 'accent'),
  ].join(''),
);

/**
 * Colours that can be read on the ground that they stand on, whatever a page gives: text at least
 * 4.5:1, edges, bars and rings at least 3:1.
 *
 * A relative colour knows one other colour only. So the ground's demand travels in an alpha channel:
 * `color-mix()` with a colour that is black and as opaque as the demand yields one colour, of which
 * both can be told. Luminance is that of WCAG 2.2, so everything is computed in linear light:
 * scaling down is mixing with black; scaling up goes as far as the gamut does, then mixes with white.
 *
 * A demand is half the luminance below which a colour must stay on a light ground, and on a dark one
 * a half and half of that above which it must stay. It leaves room for what lies between the surface
 * and its shades: tints of notices and badges, sunken places, the track of a meter.
 *
 * Where a browser lacks relative colours, the given ones hold.
 */
export const contrast = css`
  ${supports} {
    :host {
      /* What is translucent counts as on white where the scheme is light, on black where it is dark. */
      --_over-white: srgb calc(r * alpha + 1 - alpha) calc(g * alpha + 1 - alpha)
        calc(b * alpha + 1 - alpha) / 1;
      --_over-black: srgb calc(r * alpha) calc(g * alpha) calc(b * alpha) / 1;
      --_opaque-surface: light-dark(
        color(from var(--_surface) var(--_over-white)),
        color(from var(--_surface) var(--_over-black))
      );

      --_luminance: (0.2126 * r + 0.7152 * g + 0.0722 * b);
      /* 1 where black stands out better, 0 where white does. */
      --_is-light: clamp(0, (var(--_luminance) - 0.179) * 1e5, 1);
      --_darkest: (0.86 * var(--_luminance) + 0.05);
      --_lightest: (1.2 * var(--_luminance) + 0.06);
      --_text-demand: calc(
        var(--_is-light) * max(0, var(--_darkest) / 4.5 - 0.05) / 2 + (1 - var(--_is-light)) *
          (0.5 + min(1, var(--_lightest) * 4.5 - 0.05) / 2)
      );
      --_line-demand: calc(
        var(--_is-light) * max(0, var(--_darkest) / 3.4 - 0.05) / 2 + (1 - var(--_is-light)) *
          (0.5 + min(1, var(--_lightest) * 3.4 - 0.05) / 2)
      );
      --_ground-text: color(from var(--_opaque-surface) srgb-linear 0 0 0 / var(--_text-demand));
      --_ground-line: color(from var(--_opaque-surface) srgb-linear 0 0 0 / var(--_line-demand));
      --_ground-accent: color(from var(--_accent-fill) srgb-linear 0 0 0 / var(--_text-demand));

      /* Mixing halved the colour, and took the mean of its alpha and the demand. */
      --_apart: srgb-linear calc(r * 2 * alpha) calc(g * 2 * alpha) calc(b * 2 * alpha) /
        calc(2 * alpha - 1);
      --_darkens: clamp(0, (0.5 - alpha) * 1e5, 1);
      --_bound: (2 * alpha - 1 + var(--_darkens));
      --_scale: clamp(
        1 - var(--_darkens),
        var(--_bound) / max(1e-4, var(--_luminance)),
        var(--_darkens) + (1 - var(--_darkens)) / max(1e-4, r, g, b)
      );
      --_scaled: srgb-linear calc(r * var(--_scale)) calc(g * var(--_scale))
        calc(b * var(--_scale)) / alpha;
      --_white: (
        (1 - var(--_darkens)) * max(0, var(--_bound) - var(--_luminance)) /
          max(1e-4, 1 - var(--_luminance))
      );
      --_whitened: srgb-linear calc(r + (1 - r) * var(--_white)) calc(g + (1 - g) * var(--_white))
        calc(b + (1 - b) * var(--_white)) / 1;

      --_pole: color(
        from var(--_accent-fill) srgb-linear calc(1 - var(--_is-light)) calc(1 - var(--_is-light))
          calc(1 - var(--_is-light))
      );
      ${colours}

      --_accent-hover: color-mix(
        in oklab,
        var(--_accent-fill) 88%,
        color(from var(--_accent-fill) srgb-linear var(--_is-light) var(--_is-light) var(--_is-light))
      );
    }
  }
`;
