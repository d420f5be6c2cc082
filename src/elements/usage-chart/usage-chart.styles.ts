import { css } from 'lit';

export const styles = css`
  :host {
    --_height: var(--usage-chart-height, 16rem);
    --_series-1: var(--usage-chart-color-1, var(--_accent));
    --_series-2: var(--usage-chart-color-2, light-dark(#0c857a, #55c9b9));
    --_series-3: var(--usage-chart-color-3, light-dark(#c0560b, #f0a15e));
    --_series-4: var(--usage-chart-color-4, light-dark(#8440c2, #c59cf3));
    --_series-5: var(--usage-chart-color-5, light-dark(#0b78b0, #63bdea));
    --_series-6: var(--usage-chart-color-6, light-dark(#b72f67, #f08bb0));
    --_series-7: var(--usage-chart-color-7, light-dark(#75730f, #cbc75c));
    --_series-8: var(--usage-chart-color-8, light-dark(#67707f, #98a2b3));
    --_raised: var(--_surface);
    --_shade: color-mix(in srgb, var(--_text) 6%, transparent);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    min-block-size: 2.25rem;
    margin-block-end: calc(var(--_space) * 3);
  }

  .notice {
    margin-block-end: calc(var(--_space) * 3);
  }

  .figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
  }

  .plot {
    block-size: var(--_height);
    min-inline-size: 0;
    overflow: hidden;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .export {
    position: relative;
  }

  .choices {
    position: absolute;
    inset-block-start: calc(100% + var(--_space));
    inset-inline-end: 0;
    z-index: 1;
    min-inline-size: 100%;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    box-shadow: 0 0.5rem 1.5rem light-dark(rgb(20 24 40 / 14%), rgb(0 0 0 / 50%));
  }

  .choices[hidden] {
    display: none;
  }

  .choice-button {
    inline-size: 100%;
    min-block-size: 2rem;
    padding: var(--_space) calc(var(--_space) * 3);
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }

  .choice-button:hover {
    background-color: var(--_surface-sunken);
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 3);
  }

  .custom {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 3);
  }

  /* In line with the controls beside it, which have their names above them. */
  .custom .segments {
    margin-block-start: calc(1.25rem + var(--_space));
  }

  legend,
  .date label,
  .choice span {
    display: block;
    float: none;
    padding: 0;
    margin-block-end: var(--_space);
    color: var(--_text-muted);
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }

  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--_radius);
    background-color: var(--_track);
  }

  .segment {
    position: relative;
    display: inline-flex;
  }

  .segment input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .segment bdi {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding-inline: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    font-size: 0.875rem;
    font-weight: 500;
    white-space: nowrap;
    transition: background-color 120ms;
  }

  .segment:hover bdi {
    color: var(--_text);
  }

  .segment :checked + bdi {
    background-color: var(--_surface);
    box-shadow: 0 1px 2px rgb(16 20 36 / 16%);
    color: var(--_text);
  }

  .segment :focus-visible + bdi {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .field {
    min-block-size: 2.25rem;
    max-inline-size: 100%;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.875rem;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .date {
    position: relative;
  }

  .problem {
    max-inline-size: 12rem;
    color: var(--_danger);
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }

  .problem:empty {
    display: none;
  }

  /* A region that waits for its words takes no place between those that have some. */
  .notice > :empty {
    position: absolute;
  }

  .progress {
    flex: 1;
    display: grid;
    gap: var(--_space);
    font-variant-numeric: tabular-nums;
  }

  progress {
    inline-size: 100%;
    accent-color: var(--_accent);
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 10);
    margin-block: var(--_space);
  }

  dt {
    color: var(--_text-muted);
    font-size: 0.875em;
  }

  dd {
    font-size: 1.5em;
    line-height: 1.25;
    font-weight: 600;
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
  }

  .facts li + li::before {
    content: '·' / '';
    margin-inline-end: calc(var(--_space) * 2);
  }

  .chart {
    margin-inline: calc(var(--_space) * -1);
    padding-inline: var(--_space);
    border-radius: var(--_radius);
  }

  /* ECharts writes the font on each text, and in its tips knows no font but its own. */
  .plot text {
    font-family: inherit !important;
    font-variant-numeric: tabular-nums;
  }

  .meter {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .empty {
    display: grid;
    place-items: center;
    min-block-size: var(--_height);
    color: var(--_text-muted);
    text-align: center;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 5);
    font-size: 0.875em;
  }

  .legend li {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .legend .number {
    color: var(--_text-muted);
  }

  .swatch {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border-radius: 2px;
    background-color: var(--_swatch);
  }

  .series-1 {
    --_swatch: var(--_series-1);
  }

  .series-2 {
    --_swatch: var(--_series-2);
  }

  .series-3 {
    --_swatch: var(--_series-3);
  }

  .series-4 {
    --_swatch: var(--_series-4);
  }

  .series-5 {
    --_swatch: var(--_series-5);
  }

  .series-6 {
    --_swatch: var(--_series-6);
  }

  .series-7 {
    --_swatch: var(--_series-7);
  }

  .series-8 {
    --_swatch: var(--_series-8);
  }

  .table {
    max-block-size: 26rem;
    overflow: auto;
    border-radius: calc(var(--_radius) / 2);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
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
    font-weight: 600;
  }

  thead th {
    inset-block-start: 0;
    color: var(--_text-muted);
    font-size: 0.8125rem;
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

  .probe,
  .watch {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    forced-color-adjust: none;
  }

  /* A change of the theme starts a transition, and that is how the chart hears of it. */
  .watch {
    color: var(--_text);
    background-color: var(--_surface);
    outline-color: var(--_series-1);
    transition: all 1ms;
  }

  @container (max-width: 30rem) {
    .actions {
      flex: 1 1 auto;
    }

    .export,
    .actions .button {
      flex: 1;
      inline-size: 100%;
      white-space: nowrap;
    }

    .facts {
      flex-direction: column;
    }

    .facts li + li::before {
      content: none;
    }

    .custom {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }

    .custom .segments {
      grid-column: 1 / -1;
      justify-self: start;
      margin-block-start: 0;
    }

    .set,
    .set:not(.custom) .segments,
    .choice,
    .choice .field {
      inline-size: 100%;
    }

    .set:not(.custom) .segment,
    .set:not(.custom) .segment bdi {
      flex: 1;
      justify-content: center;
    }

    .segment bdi {
      padding-inline: calc(var(--_space) * 2);
    }

    .date {
      flex: 1;
    }

    .date .field {
      inline-size: 100%;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .segment bdi {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_surface: Canvas;
      --_border: GrayText;
      --_shade: Canvas;
      --_series-1: CanvasText;
      --_series-2: CanvasText;
      --_series-3: CanvasText;
      --_series-4: CanvasText;
      --_series-5: CanvasText;
      --_series-6: CanvasText;
      --_series-7: CanvasText;
      --_series-8: CanvasText;
    }

    .segments {
      outline: 1px solid ButtonBorder;
    }

    .segment :checked + bdi {
      forced-color-adjust: none;
      background-color: Highlight;
      color: HighlightText;
    }

    /* The patterns of the bars, as near as backgrounds come. */
    .swatch {
      inline-size: 1rem;
      block-size: 1rem;
      border: 1px solid CanvasText;
      background: var(--_pattern, CanvasText);
      forced-color-adjust: none;
    }

    .series-2 {
      --_pattern: repeating-linear-gradient(CanvasText 0 3px, Canvas 0 8px);
    }

    .series-3 {
      --_pattern: repeating-linear-gradient(90deg, CanvasText 0 3px, Canvas 0 8px);
    }

    .series-4 {
      --_pattern: repeating-linear-gradient(45deg, CanvasText 0 3px, Canvas 0 8px);
    }

    .series-5 {
      --_pattern: radial-gradient(circle, Canvas 30%, CanvasText 35%) 0 0 / 6px 6px;
    }

    .series-6 {
      --_pattern: conic-gradient(CanvasText 25%, Canvas 0 50%, CanvasText 0 75%, Canvas 0) 0 0 / 8px
        8px;
    }

    .series-7 {
      --_pattern: repeating-linear-gradient(CanvasText 0 2px, Canvas 0 4px);
    }

    .series-8 {
      --_pattern: repeating-linear-gradient(90deg, CanvasText 0 2px, Canvas 0 4px);
    }
  }

  @media print {
    .filters,
    .actions {
      display: none;
    }
  }
`;
