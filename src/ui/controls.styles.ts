import { css } from 'lit';

/** How headings, buttons, links, notices and other small things look in every element. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul {
    list-style: none;
  }

  h2 {
    font-size: 1.25em;
    line-height: 1.3;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }

  h3 {
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_text-muted);
  }

  .card {
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background-color: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .muted {
    color: var(--_text-muted);
    font-size: 0.875em;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 2.25rem;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 3.5);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms;
  }

  .button:hover {
    background-color: var(--_surface-sunken);
  }

  .button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .button.primary {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover:not(:disabled) {
    background-color: color-mix(in oklab, var(--_accent) 88%, var(--_text));
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

  .notice.warning {
    --_tone: var(--_warning);
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

    .button {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid GrayText;
    }
  }

  @media print {
    .button,
    button {
      display: none;
    }
  }
`;
