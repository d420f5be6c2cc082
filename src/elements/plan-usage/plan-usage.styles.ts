import { css } from 'lit';

export const styles = css`
  :host {
    --_meter-size: var(--plan-usage-meter-size, 0.5rem);
  }

  .plan + .notices {
    margin-block-start: calc(var(--_space) * 3);
  }

  .balances {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 3);
  }

  .balance {
    --_fill: var(--_accent);

    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
  }

  .balance h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }

  .figure {
    font-family: var(--_figure-font, inherit);
    font-size: var(--_figure-size);
    line-height: 1.25;
    font-weight: var(--_figure-weight);
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .low {
    --_fill: var(--_warning);
  }

  .exhausted,
  .expired {
    --_fill: var(--_danger);
  }

  .balance .badge {
    --_badge: var(--_fill);
  }

  meter {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: var(--_meter-size);
    border: 0;
    border-radius: var(--_radius-badge);
    background-image: none;
    background-color: var(--_track);
    overflow: hidden;
  }

  /* Chromium lays its bar out over half of the height. */
  meter::-webkit-meter-inner-element {
    display: block;
  }

  meter::-webkit-meter-bar {
    position: static;
    block-size: 100%;
    border: 0;
    border-radius: var(--_radius-badge);
    background-image: none;
    background-color: var(--_track);
  }

  meter::-webkit-meter-optimum-value {
    border-radius: var(--_radius-badge);
    background-image: none;
    background-color: var(--_fill);
  }

  meter::-moz-meter-bar {
    border-radius: var(--_radius-badge);
    background-image: none;
    background-color: var(--_fill);
  }

  .spread {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
    font-variant-numeric: tabular-nums;
  }

  .lines {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .lines > * {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
    font-variant-numeric: tabular-nums;
  }

  dl.lines {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  dl.lines dt {
    font-size: 1em;
  }

  [name='payment-icon']::slotted(*) {
    margin-inline-end: calc(var(--_space) * 1.5);
    vertical-align: middle;
  }

  [part='available'] dd {
    font-weight: var(--_bold);
  }

  .failing dd {
    color: var(--_danger);
  }

  .failing .why dd {
    color: var(--_text-muted);
  }

  details {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  summary {
    min-block-size: 1.5rem;
    cursor: pointer;
    color: var(--_text-muted);
  }

  details ol {
    margin-block-start: calc(var(--_space) * 2);
  }

  ol .muted {
    display: block;
  }

  [part='as-of'] {
    margin-block-start: calc(var(--_space) * 3);
  }

  @media (forced-colors: active) {
    meter {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }

    meter::-webkit-meter-bar {
      background: Canvas;
    }

    meter::-webkit-meter-optimum-value {
      background: CanvasText;
    }

    meter::-moz-meter-bar {
      background: CanvasText;
    }
  }

  @media print {
    details::details-content {
      content-visibility: visible;
    }
  }
`;
