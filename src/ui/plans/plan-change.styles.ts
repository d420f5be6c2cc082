import { css } from 'lit';

import { checkoutStep } from '../checkout/checkout-step.styles.js';
import { form } from '../form.styles.js';

export const styles = css`
  ${form}
  ${checkoutStep}

  .cycles {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 5);
  }

  .cycles legend {
    float: inline-start;
    margin-block-end: 0;
    margin-inline-end: calc(var(--_space) * 2);
  }

  .cycle {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control-size);
    padding-inline: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-badge);
    cursor: pointer;
  }

  .cycle input {
    margin: 0;
    accent-color: var(--_accent);
  }

  .cycle:has(:checked) {
    border-color: var(--_accent);
  }

  .cycle:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .cycle input:focus-visible {
    outline: none;
  }

  .offers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: calc(var(--_space) * 4);
  }

  .offer {
    display: grid;
    grid-row: span 5;
    grid-template-rows: subgrid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);
    border: var(--_border-width) solid var(--_card-border);
    border-radius: var(--_radius-card);
    overflow-wrap: anywhere;
  }

  /* One below the other they have no rows in common, and what one lacks would leave a hole. */
  @media (max-width: 29rem) {
    .offer {
      grid-row: auto;
      grid-template-rows: none;
    }
  }

  .offer.recommended {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  .offer-head {
    display: grid;
    justify-items: start;
    align-content: start;
    gap: var(--_space);
  }

  .offer-head h3 {
    color: var(--_text);
    font-family: var(--_heading-font, inherit);
    font-size: 1.0625em;
    font-weight: var(--_heading-weight);
  }

  .badge.accent {
    --_badge: var(--_accent-text);
  }

  .offer-price {
    line-height: 1.875rem;
    font-weight: var(--_medium);
  }

  .offer-price strong {
    font-family: var(--_figure-font, inherit);
    font-size: 1.625em;
    font-weight: var(--_figure-weight);
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }

  .offer-text {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
  }

  .offer-allowances {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .offer-way:empty {
    display: none;
  }

  .offer-way .button {
    inline-size: 100%;
  }

  .comparison {
    margin-block-start: calc(var(--_space) * 10);
  }

  .comparison > h3 {
    margin-block-end: calc(var(--_space) * 3);
    color: var(--_text);
    font-family: var(--_heading-font, inherit);
    font-size: 1.125em;
    font-weight: var(--_heading-weight);
  }

  .pair {
    display: none;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 4);
  }

  .pair label {
    display: grid;
    gap: var(--_space);
  }

  .many {
    overflow-x: auto;
  }

  .many table {
    min-inline-size: 72rem;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  th:first-child {
    padding-inline-start: 0;
  }

  thead th {
    position: sticky;
    inset-block-start: calc(var(--_space) * -6);
    background-color: var(--_surface);
    font-weight: var(--_bold);
    vertical-align: bottom;
  }

  thead .muted {
    display: block;
    font-size: var(--_caption);
    font-weight: 400;
  }

  th[scope='rowgroup'] {
    padding-block-start: calc(var(--_space) * 6);
    border-block-end: 0;
    font-weight: var(--_bold);
  }

  th[scope='row'] {
    color: var(--_text-muted);
  }

  td svg {
    display: block;
    block-size: 1.5em;
    margin-inline-start: -0.25em;
  }

  svg.yes {
    color: var(--_accent);
  }

  svg.no {
    color: var(--_text-muted);
  }

  @container (width < 44rem) {
    .pair {
      display: grid;
    }

    .aside {
      display: none;
    }

    .many {
      overflow-x: visible;
    }

    .many table {
      min-inline-size: 0;
    }

    th[scope='row'],
    thead th:first-child {
      inline-size: 36%;
    }

    th,
    td {
      padding-inline: calc(var(--_space) * 2);
    }

    th:first-child {
      padding-inline-start: 0;
    }

    th:last-child,
    td:last-child {
      padding-inline-end: 0;
    }
  }
`;
