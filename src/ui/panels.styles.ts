import { css } from 'lit';

import { contentTokens } from './content-tokens.styles.js';
import { contrast } from './contrast.styles.js';
import { paper } from './paper.styles.js';

/** How cards, lists and buttons look once there is something to show. */
export const panels = css`
  ${contentTokens}
  ${contrast}

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

  h3 {
    font-size: var(--_small);
    font-weight: var(--_medium);
    color: var(--_text-muted);
  }

  /* A name of another direction stands on the side of its neighbours. */
  bdi {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .card {
    padding: calc(var(--_space) * 5);
    border: var(--_border-width) solid var(--_card-border);
    border-radius: var(--_radius-card);
    background-color: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .button {
    transition: background-color var(--_duration);
  }

  .button:hover {
    background-color: var(--_surface-sunken);
  }

  @media (prefers-reduced-motion: reduce) {
    .button {
      transition: none;
    }
  }

  [name='empty-icon']::slotted(*) {
    display: block;
    margin: 0 auto calc(var(--_space) * 3);
  }

  /* What is off for the moment in which it is done keeps the focus, and so is not disabled. */
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .button.primary {
    border-color: var(--_accent);
    background-color: var(--_accent-fill);
    color: var(--_on-accent);
  }

  .button.primary:hover:not(:disabled, [aria-disabled='true']) {
    background-color: var(--_accent-hover);
  }

  /* What helps stands at the end of the line, and what explains beside the words. */
  .notice:has(> .button) {
    justify-content: space-between;
  }

  .notice > .muted:has(+ .button) {
    flex-grow: 1;
  }

  .notice.warning {
    --_tone: var(--_warning);
  }

  ${paper}
`;
