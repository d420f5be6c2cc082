import { css } from 'lit';

/** Where there is no room for a table, its rows are cards. */
export const cards = css`
  /* On paper it stays one: what is pressed and chosen is not there, so there is room. */
  @media not print {
    /* By the size of the element's own text: with larger letters a table needs more room. */
    @container (max-width: 62em) {
      [part='table'],
      [part='table'] > tbody {
        display: block;
      }

      [part='table'] > thead,
      [part='table'] > thead > tr {
        display: flex;
        border-block-end: 1px solid var(--_border);
      }

      [part='table'] > thead > tr {
        flex: 1;
        align-items: center;
        border: 0;
      }

      [part='table'] > thead th:not(.choice, .date) {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      [part='table'] > thead th {
        inline-size: auto;
        border: 0;
      }

      .invoice {
        display: grid;
        grid-template-columns: auto minmax(min-content, 1fr) auto;
        gap: var(--_space) calc(var(--_space) * 2);
        padding: calc(var(--_space) * 3);
        border-block-end: 1px solid var(--_border);
      }

      .invoice > * {
        padding: 0;
        border: 0;
      }

      .invoice > .choice {
        grid-row: span 5;
        inline-size: auto;
      }

      .invoice > .date,
      .invoice > .kind,
      .invoice > .method {
        grid-column: 2;
        min-inline-size: 0;
      }

      .invoice > .amount {
        grid-area: 1 / 3;
      }

      .invoice > .status {
        grid-area: 2 / 3 / span 3;
        max-inline-size: 11rem;
        text-align: end;
      }

      .invoice > .acts {
        grid-column: 2 / -1;
      }

      .act-list,
      .file-state {
        justify-content: start;
        text-align: start;
      }

      .opened,
      .opened > td {
        display: block;
      }

      .opened > td {
        padding: calc(var(--_space) * 4);
      }
    }

    /* Then everything is in one column. */
    @container (max-width: 18rem) {
      .invoice {
        grid-template-columns: auto minmax(0, 1fr);
      }

      .invoice > .choice {
        grid-row: span 7;
      }

      .invoice > :is(.amount, .status) {
        grid-area: auto / 2;
        text-align: start;
      }
    }

    /* Then also the lines of an invoice: what it is, and under it how many at which price. */
    @container (max-width: 30rem) {
      .lines table,
      .lines tbody {
        display: block;
      }

      .lines thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      .lines tr {
        display: grid;
        grid-template-columns: auto auto 1fr;
        gap: 0 var(--_space);
        padding-block: calc(var(--_space) * 2);
        border-block-end: 1px solid var(--_border);
      }

      .lines tr > * {
        padding: 0;
        border: 0;
      }

      .lines tr > th {
        grid-column: 1 / -1;
      }

      .lines .quantity:not(:empty)::after {
        content: ' ×';
        content: ' ×' / '';
      }
    }
  }
`;
