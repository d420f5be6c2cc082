import { css } from 'lit';

import { correctedLines } from '../../ui/contrast.styles.js';

const correctedSeries = correctedLines(
  ...['1', '2', '3', '4', '5', '6', '7', '8'].map((group) => `series-${group}`),
);

/** How the figure looks: its caption, its bars and its legend. */
export const styles = css`
  :host {
    --_height: var(--usage-chart-height, 16rem);
    --_chart-size: var(--usage-chart-font-size, 0.75rem);
    --_bar-radius: var(--usage-chart-bar-radius, min(4px, var(--_radius)));
    --_stripe-width: var(--usage-chart-stripe-width, 2px);
    --_stripe-gap: var(--usage-chart-stripe-gap, 3px);
    --_given-series-1: var(--usage-chart-color-1, var(--_accent-fill));
    --_given-series-2: var(--usage-chart-color-2, light-dark(#0c857a, #55c9b9));
    --_given-series-3: var(--usage-chart-color-3, light-dark(#c0560b, #f0a15e));
    --_given-series-4: var(--usage-chart-color-4, light-dark(#8440c2, #c59cf3));
    --_given-series-5: var(--usage-chart-color-5, light-dark(#0b78b0, #63bdea));
    --_given-series-6: var(--usage-chart-color-6, light-dark(#b72f67, #f08bb0));
    --_given-series-7: var(--usage-chart-color-7, light-dark(#75730f, #cbc75c));
    --_given-series-8: var(--usage-chart-color-8, light-dark(#67707f, #98a2b3));
    --_series-1: var(--_given-series-1);
    --_series-2: var(--_given-series-2);
    --_series-3: var(--_given-series-3);
    --_series-4: var(--_given-series-4);
    --_series-5: var(--_given-series-5);
    --_series-6: var(--_given-series-6);
    --_series-7: var(--_given-series-7);
    --_series-8: var(--_given-series-8);
    --_shade: color-mix(in srgb, var(--_given-text) 6%, transparent);
  }

  ${correctedSeries}

  .figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
  }

  .plot {
    block-size: var(--_height);
    min-inline-size: 0;
    overflow: clip;
    overflow-clip-margin: 1.25rem;
  }

  .skeleton.caption {
    block-size: 7.5rem;
    margin: 0;
  }

  .skeleton.plot {
    margin: 0;
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 10);
    margin-block: var(--_space);
  }

  dt {
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  dd {
    font-family: var(--_figure-font, inherit);
    font-size: var(--_figure-size);
    line-height: 1.25;
    font-weight: var(--_figure-weight);
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

  /* Where bars are narrow, the last name on the axis reaches beyond them: the card has room for it. */
  .plot > div,
  .plot svg {
    overflow: visible !important;
  }

  .meter {
    font-family: var(--_heading-font, inherit);
    font-weight: var(--_heading-weight);
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
    font-size: var(--_small);
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
    border-radius: min(2px, var(--_radius));
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

  .probe,
  .watch {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    forced-color-adjust: none;
  }

  /* Any change of the theme starts a transition, and that is how the chart hears of it. The accent
     is the one as given: in Firefox, a corrected colour starts none but that of the text. */
  .watch {
    color: var(--_text);
    background-color: var(--_surface);
    outline-color: var(--_given-series-1);
    border-radius: var(--_bar-radius);
    text-indent: var(--_chart-size);
    transition: all 1ms;
  }

  @container (max-width: 30rem) {
    .facts {
      flex-direction: column;
    }

    .facts li + li::before {
      content: none;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_surface: Canvas;
      --_border: GrayText;
      --_series-1: var(--_given-series-1);
      --_series-2: var(--_given-series-2);
      --_series-3: var(--_given-series-3);
      --_series-4: var(--_given-series-4);
      --_series-5: var(--_given-series-5);
      --_series-6: var(--_given-series-6);
      --_series-7: var(--_given-series-7);
      --_series-8: var(--_given-series-8);
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

    .watch {
      opacity: 0.5;
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

  /* As wide as the sheet is: see chart.ts. */
  @media print {
    .plot,
    .plot > div,
    .plot svg {
      position: static !important;
      inline-size: 100% !important;
      block-size: auto !important;
    }
  }
`;
