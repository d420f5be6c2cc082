import { css } from 'lit';

/** How the table looks. */
export const styles = css`
  .table {
    max-block-size: 26rem;
    overflow: auto;
    border-radius: calc(var(--_radius) / 2);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }

  th,
  td {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }

  th:first-child {
    padding-inline-start: 0;
  }

  :is(th, td):last-child {
    padding-inline-end: 0;
  }

  thead th,
  tfoot :is(th, td) {
    position: sticky;
    background-color: var(--_surface);
    font-weight: var(--_bold);
  }

  thead th {
    inset-block-start: 0;
    color: var(--_text-muted);
    font-size: var(--_caption);
  }

  tfoot :is(th, td) {
    inset-block-end: 0;
    border-block-end: 0;
    border-block-start: 1px solid var(--_border);
  }

  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  /* On paper every row is there, beside the chart too: it has no tips to show the numbers in. */
  @media print {
    .table,
    [part='table'].visually-hidden {
      position: static;
      inline-size: auto;
      block-size: auto;
      max-block-size: none;
      margin: 0;
      overflow: visible;
      clip-path: none;
    }

    thead th,
    tfoot :is(th, td) {
      position: static;
    }
  }
`;
