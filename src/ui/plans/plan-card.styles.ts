import { css } from 'lit';

/** How a plan looks that the account has: its card, its notices and its actions. */
export const planCard = css`
  .notices {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 3);
  }

  .notice:not(ul .notice) {
    margin-block-end: calc(var(--_space) * 3);
  }

  .plan {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
  }

  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-size: 1.5em;
    font-family: var(--_heading-font, inherit);
    line-height: 1.3;
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_heading-spacing);
    overflow-wrap: anywhere;
  }

  .price {
    align-self: start;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .price strong {
    font-family: var(--_figure-font, inherit);
    font-size: 1.25em;
    font-weight: var(--_figure-weight);
  }

  .facts {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  dt {
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  .badge {
    --_badge: var(--_text-muted);

    padding: 0 calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, var(--_badge) 35%, var(--_surface));
    border-radius: var(--_radius-badge);
    background-color: color-mix(in srgb, var(--_badge) 7%, var(--_surface));
    color: var(--_badge);
    font-size: var(--_caption);
    line-height: 1.5rem;
    font-weight: var(--_medium);
    letter-spacing: 0;
  }

  .badge.trialing {
    --_badge: var(--_accent-text);
  }

  .badge.past_due {
    --_badge: var(--_danger);
  }

  .support {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 3);
  }

  @container (max-width: 26rem) {
    .plan {
      grid-template-columns: 1fr;
    }

    .price {
      text-align: start;
    }
  }

  .actions {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .fault {
    color: var(--_danger);
    font-size: var(--_small);
  }
`;
