import { css } from 'lit';

/** Where there is no room for a table, its rows are cards. */
export const cards = css`
  @container (max-width: 52rem) {
    .method,
    [part='table'] > thead th:nth-child(6) {
      display: none;
    }
  }

  @container (max-width: 40rem) {
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
      grid-template-columns: auto 1fr auto;
      gap: var(--_space) calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
      border-block-end: 1px solid var(--_border);
    }

    .invoice > * {
      padding: 0;
      border: 0;
    }

    .invoice > .choice {
      grid-row: span 3;
      inline-size: auto;
    }

    .invoice > .date,
    .invoice > .kind {
      grid-column: 2;
    }

    .invoice > .amount {
      grid-area: 1 / 3;
    }

    .invoice > .status {
      grid-area: 2 / 3 / span 2;
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

    .lines td:nth-child(3),
    .lines th:nth-child(3) {
      display: none;
    }
  }
`;
