import { css } from 'lit';

/** What every element needs before anything is known: title, notice, button and skeleton. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h2 {
    margin: 0 0 calc(var(--_space) * 3);
    font-family: var(--_heading-font, inherit);
    font-size: var(--_heading-size);
    line-height: 1.3;
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_heading-spacing);
    text-wrap: balance;
  }

  .muted {
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control-size);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 3.5);
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius-button);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_medium);
    text-decoration: none;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid color-mix(in srgb, var(--_tone) 30%, var(--_surface));
    border-inline-start: 3px solid var(--_tone);
    border-radius: var(--_radius);
    background-color: color-mix(in srgb, var(--_tone) 6%, var(--_surface));
    --_tone: var(--_text-muted);
  }

  /* A region that has nothing to say takes no room, and stays where it can be heard. */
  .notice > :empty {
    position: absolute;
  }

  .notice.danger {
    --_tone: var(--_danger);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .skeleton {
    block-size: 11rem;
    margin-block-end: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background-color: var(--_track);
    animation: wait 1.6s ease-in-out infinite alternate;
  }

  @keyframes wait {
    to {
      opacity: 0.45;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
