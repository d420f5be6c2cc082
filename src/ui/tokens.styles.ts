import { css } from 'lit';

/**
 * The one place where public tokens are read. Each gives a private `--_token` its value or a
 * default; none is ever set here, so a page may set them on any ancestor. Every default pair meets
 * WCAG 2.2 AA on its surface, in light and in dark: text 4.5:1, controls 3:1.
 */
export const tokens = css`
  :host {
    --_accent: var(--billing-accent, light-dark(#3452d9, #9db1ff));
    --_on-accent: var(--billing-on-accent, light-dark(#ffffff, #11183a));
    --_text: var(--billing-text, light-dark(#1b1f2a, #eceef4));
    --_text-muted: var(--billing-text-muted, light-dark(#5a6172, #a5acbe));
    --_surface: var(--billing-surface, light-dark(#ffffff, #16181f));
    --_surface-sunken: var(--billing-surface-sunken, light-dark(#f5f6f9, #1e212a));
    --_border: var(--billing-border, light-dark(#e2e5ec, #2f3442));
    --_control: var(--billing-control, light-dark(#868d9e, #747c90));
    --_track: var(--billing-track, light-dark(#e6e9f0, #2b303d));
    --_success: var(--billing-success, light-dark(#17693b, #6fd39b));
    --_warning: var(--billing-warning, light-dark(#8a5300, #f0b35a));
    --_danger: var(--billing-danger, light-dark(#b3261e, #ff9a90));
    --_focus: var(--billing-focus, var(--_accent));
    --_radius: var(--billing-radius, 0.5rem);
    --_space: var(--billing-space, 0.25rem);
    --_shadow: var(--billing-shadow, none);
    --_dialog-shadow: var(--billing-dialog-shadow, 0 1rem 3rem rgb(0 0 0 / 0.22));
    --_backdrop: var(--billing-backdrop, light-dark(rgb(15 18 28 / 0.45), rgb(0 0 0 / 0.65)));

    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--_text);
    font-size: var(--billing-font-size, 0.9375rem);
    line-height: 1.5;
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  @media print {
    :host {
      color-scheme: light;
    }
  }
`;
