import { css } from 'lit';

export const styles = css`
  :host {
    --_meter-size: var(--plan-usage-meter-size, 0.5rem);
  }

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
    line-height: 1.3;
    font-weight: 600;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }

  .price {
    align-self: start;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .price strong {
    font-size: 1.25em;
    font-weight: 600;
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
    font-size: 0.875em;
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
    font-size: 1.5em;
    line-height: 1.25;
    font-weight: 600;
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .low {
    --_fill: var(--_warning);
  }

  .exhausted,
  .expired,
  .past_due {
    --_fill: var(--_danger);
  }

  .badge {
    --_badge: var(--_fill, var(--_text-muted));

    padding: 0 calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, var(--_badge) 35%, var(--_surface));
    border-radius: 99rem;
    background-color: color-mix(in srgb, var(--_badge) 8%, var(--_surface));
    color: var(--_badge);
    font-size: 0.8125rem;
    line-height: 1.5rem;
    font-weight: 500;
    letter-spacing: 0;
  }

  .badge.trialing {
    --_badge: var(--_accent);
  }

  meter {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: var(--_meter-size);
    border: 0;
    border-radius: 99rem;
    background: var(--_track);
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
    border-radius: 99rem;
    background: var(--_track);
  }

  meter::-webkit-meter-optimum-value {
    border-radius: 99rem;
    background: var(--_fill);
  }

  meter::-moz-meter-bar {
    border-radius: 99rem;
    background: var(--_fill);
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

  [part='available'] dd {
    font-weight: 600;
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
