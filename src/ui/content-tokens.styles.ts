import { css } from 'lit';

/** Public tokens that hold once there is something to show; see `tokens.styles.ts`. */
export const contentTokens = css`
  :host {
    --_accent: var(--_accent-fill);
    --_accent-text: var(--_accent-fill);
    --_accent-hover: var(--_accent-fill);
    --_given-on-accent: var(--billing-on-accent, var(--_pole, light-dark(#ffffff, #11183a)));
    --_given-success: var(--billing-success, light-dark(#17693b, #6fd39b));
    --_given-warning: var(--billing-warning, light-dark(#8a5300, #f0b35a));
    --_on-accent: var(--_given-on-accent);
    --_success: var(--_given-success);
    --_warning: var(--_given-warning);
    --_surface-sunken: var(
      --billing-surface-sunken,
      color-mix(in srgb, var(--_given-text) 4%, var(--_surface))
    );
    --_border: var(--billing-border, color-mix(in srgb, var(--_given-text) 13%, var(--_surface)));
    --_card-border: var(--billing-card-border, var(--_border));
    --_radius-card: var(--billing-radius-card, calc(var(--_radius) * 1.5));
    --_radius-badge: var(--billing-radius-badge, 99rem);
    --_caption: var(--billing-caption-size, calc(var(--_font-size) * 0.867));
    --_figure-font: var(--billing-figure-font);
    --_figure-size: var(--billing-figure-size, 1.5em);
    --_figure-weight: var(--billing-figure-weight, var(--_bold));
    --_duration: var(--billing-duration, 120ms);
    --_shadow: var(--billing-shadow, none);
    --_dialog-shadow: var(--billing-dialog-shadow, 0 1rem 3rem rgb(0 0 0 / 0.22));
    --_backdrop: var(--billing-backdrop, light-dark(rgb(15 18 28 / 0.45), rgb(0 0 0 / 0.65)));
  }
`;
