import { css } from 'lit';

/**
 * Public tokens that hold before anything is known; `content-tokens.styles.ts` reads the rest, and
 * no other file any. Each gives a private `--_token` its value or a default; none is ever set here,
 * so a page may set them on any ancestor. What a page leaves out follows from its text, surface and
 * accent. A colour that may not be legible as it was given is `--_given-…`: the looks that come with
 * the content correct it, see `contrast.styles.ts`.
 */
export const tokens = css`
  :host {
    --_accent-fill: var(--billing-accent, light-dark(#3452d9, #9db1ff));
    --_surface: var(--billing-surface, light-dark(#ffffff, #16181f));
    --_given-text: var(--billing-text, light-dark(#1b1f2a, #eceef4));
    --_given-text-muted: var(
      --billing-text-muted,
      color-mix(in srgb, var(--_given-text) 72%, var(--_surface))
    );
    --_given-control: var(
      --billing-control,
      color-mix(in srgb, var(--_given-text) 54%, var(--_surface))
    );
    --_given-danger: var(--billing-danger, light-dark(#b3261e, #ff9a90));
    --_given-focus: var(--billing-focus, var(--_accent-fill));
    --_text: var(--_given-text);
    --_text-muted: var(--_given-text-muted);
    --_control: var(--_given-control);
    --_danger: var(--_given-danger);
    --_focus: var(--_given-focus);
    --_track: var(--billing-track, color-mix(in srgb, var(--_given-text) 10%, var(--_surface)));
    --_radius: var(--billing-radius, 0.5rem);
    --_radius-button: var(--billing-radius-button, var(--_radius));
    --_space: var(--billing-space, 0.25rem);
    --_control-size: var(--billing-control-size, 2.25rem);
    --_border-width: var(--billing-border-width, 1px);
    --_font-size: var(--billing-font-size, 0.9375rem);
    --_small: var(--billing-small-size, 0.875em);
    --_medium: var(--billing-weight-medium, 500);
    --_bold: var(--billing-weight-bold, 600);
    --_heading-font: var(--billing-heading-font);
    --_heading-size: var(--billing-heading-size, 1.25em);
    --_heading-weight: var(--billing-heading-weight, var(--_bold));
    --_heading-spacing: var(--billing-heading-spacing, -0.01em);

    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: var(--billing-line-height, 1.5);
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }
`;
