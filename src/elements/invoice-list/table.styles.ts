import { css } from 'lit';

/** The invoices as a table. */
export const styles = css`
  [part='table'] {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    border: var(--_border-width) solid var(--_card-border);
    border-radius: var(--_radius-card);
    background-color: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 0.9375em;
    transition: opacity var(--_duration);
  }

  [part='table'][aria-busy='true'] {
    opacity: 0.55;
  }

  th,
  td {
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  [part='table'] > tbody > tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    color: var(--_text-muted);
    font-size: var(--_small);
    font-weight: var(--_medium);
    vertical-align: middle;
    overflow-wrap: normal;
  }

  .choice {
    inline-size: 1%;
    padding-inline-end: 0;
  }

  .choice input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.2rem;
    accent-color: var(--_accent);
  }

  .number:not(:has(.unnumbered)),
  .date,
  .amount {
    white-space: nowrap;
  }

  .amount {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  td.amount {
    font-weight: var(--_medium);
  }

  td.kind {
    min-inline-size: 9em;
  }

  .under {
    display: block;
    white-space: normal;
  }

  .sort,
  .details {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .details {
    font-weight: var(--_medium);
    text-align: start;
  }

  .details:hover bdi,
  .sort:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .sort .up {
    transform: scaleY(-1);
  }

  .details svg {
    flex: none;
    color: var(--_text-muted);
  }

  .details:dir(rtl) svg {
    transform: scaleX(-1);
  }

  .details[aria-expanded='true'] svg {
    transform: rotate(90deg);
  }

  /* A word is torn only where it would not fit a line of its own. */
  .badge {
    overflow-wrap: break-word;
  }

  .badge.paid {
    --_badge: var(--_success);
  }

  .badge.open {
    --_badge: var(--_accent-text);
  }

  .badge.uncollectible {
    --_badge: var(--_danger);
  }

  .act-list {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 2);
  }

  .act-list .button {
    min-block-size: 2rem;
    padding-block: var(--_space);
    padding-inline: calc(var(--_space) * 2.5);
    font-size: 0.9375em;
    white-space: nowrap;
  }

  /* A button is higher than a line, and stands at the first one of its row all the same. */
  .acts {
    padding-block: calc(var(--_space) * 1.75);
  }

  .file-state {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0 calc(var(--_space) * 3);
    text-align: end;
  }

  .file-state a {
    color: var(--_accent-text);
  }

  .opened > td {
    padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
    background-color: var(--_surface-sunken);
  }

  .lines {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .lines table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .lines th,
  .lines td {
    padding: calc(var(--_space) * 1.5) 0 calc(var(--_space) * 1.5) 0;
  }

  .lines .amount {
    padding-inline-start: calc(var(--_space) * 4);
  }

  .sums {
    display: grid;
    gap: var(--_space);
    inline-size: min(100%, 22rem);
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  .sums > div {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
  }

  .sums dt {
    color: var(--_text-muted);
  }

  .sums .total {
    font-weight: var(--_bold);
  }

  .sums .total dt {
    color: inherit;
    font-size: 1em;
  }

  .sums dt {
    font-size: 0.9375em;
  }

  /* With that much room nothing short needs a second line; what is long still finds one. */
  @container (min-width: 66em) {
    td.date,
    td.method {
      inline-size: 10.5em;
    }

    td.acts {
      min-inline-size: 14em;
    }

    .number:has(.unnumbered) {
      min-inline-size: 11em;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    [part='table'] {
      transition: none;
    }
  }

  @media print {
    .choice,
    .acts {
      display: none;
    }
  }
`;
