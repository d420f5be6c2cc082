import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 3);
  }

  .head h2 {
    margin: 0;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 4);
  }

  .field {
    display: grid;
    gap: var(--_space);
  }

  .field > label {
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  select,
  .day {
    min-block-size: var(--_control-size);
    padding: 0 calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .day[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .filters .fault {
    flex-basis: 100%;
  }

  .fault:empty {
    display: none;
  }

  .fault {
    color: var(--_danger);
    font-size: var(--_small);
  }

  .notice {
    margin-block-end: calc(var(--_space) * 3);
  }

  .upcoming {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
    margin-block-end: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 4);
    background-color: var(--_surface-sunken);
  }

  .upcoming-sum {
    text-align: end;
  }

  .upcoming-total {
    font-family: var(--_figure-font, inherit);
    font-size: 1.125em;
    font-weight: var(--_figure-weight);
    font-variant-numeric: tabular-nums;
  }

  .empty {
    color: var(--_text-muted);
    text-align: center;
  }

  .chosen,
  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 4);
  }

  .chosen {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }

  .archive-state {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }

  .archive-state:not(:has(*)) {
    display: none;
  }

  progress {
    inline-size: 10rem;
    margin-inline-start: calc(var(--_space) * 2);
    accent-color: var(--_accent);
  }

  .pages {
    justify-content: center;
  }

  .pages.above {
    margin-block: 0 calc(var(--_space) * 4);
  }

  .button.plain-text {
    min-block-size: 1.5rem;
    padding: 0;
    border-color: transparent;
    background-color: transparent;
    color: var(--_accent-text);
    font-size: var(--_small);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  /* Where they would not fit one line, they stand in two columns instead of ragged lines. */
  @container (max-width: 36em) {
    .filters {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .filters > .button,
    .filters > .fault {
      grid-column: 1 / -1;
    }

    select,
    .day {
      inline-size: 100%;
      min-inline-size: 0;
    }

    .day::-webkit-calendar-picker-indicator {
      margin-inline-start: 0;
    }
  }

  @container (max-width: 19.5em) {
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 34rem) {
    .upcoming-sum {
      text-align: start;
    }
  }

  @media print {
    .filters,
    .pages,
    .chosen {
      display: none;
    }
  }
`;
