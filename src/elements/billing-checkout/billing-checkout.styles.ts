import { css } from 'lit';

export const styles = css`
  h2 {
    margin-block-end: calc(var(--_space) * 4);
  }

  .notice:not(form .notice, .visually-hidden) {
    margin-block-end: calc(var(--_space) * 4);
  }

  /* Where the focus is led to be read from, not to be acted on. */
  [tabindex='-1']:focus-visible {
    outline: none;
  }

  .columns {
    display: grid;
    align-items: start;
    gap: calc(var(--_space) * 6);
  }

  .summary {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    background-color: var(--_surface-sunken);
    overflow-wrap: anywhere;
  }

  .bought {
    font-size: 1.5em;
    font-family: var(--_heading-font, inherit);
    line-height: 1.3;
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_heading-spacing);
    color: var(--_text);
  }

  .costs {
    inline-size: 100%;
    margin-block-start: calc(var(--_space) * 4);
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .costs :is(th, td) {
    padding-block: calc(var(--_space) * 2);
    padding-inline: 0;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  .costs thead th {
    color: var(--_text-muted);
    font-size: var(--_caption);
  }

  .costs :is(td, thead th:last-child) {
    padding-inline-start: calc(var(--_space) * 4);
    text-align: end;
  }

  .costs td {
    white-space: nowrap;
  }

  .costs th .muted {
    display: block;
  }

  .costs .due :is(th, td) {
    padding-block: calc(var(--_space) * 3);
    border-block-end: 0;
    font-size: 1.125em;
    font-weight: var(--_bold);
  }

  .costs .next :is(th, td) {
    padding-block: 0;
    border-block-end: 0;
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  .badge {
    display: inline-block;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, var(--_warning) 35%, var(--_surface));
    border-radius: var(--_radius-badge);
    color: var(--_warning);
    font-size: var(--_caption);
    line-height: 1.5rem;
    font-weight: var(--_medium);
  }

  [part='cost-unknown'] {
    margin-block-start: calc(var(--_space) * 4);
  }

  .payment {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .payment .button.primary {
    min-block-size: calc(var(--_control-size) + 0.5rem);
  }

  /* No grids: in one within another, WebKit keeps the height that a label had before its text broke. */
  .payment > .field,
  .ways {
    display: flex;
    flex-direction: column;
  }

  .ways {
    gap: calc(var(--_space) * 2);
  }

  .ways .option > span {
    display: grid;
    overflow-wrap: anywhere;
  }

  .ways .option:has(:disabled) {
    cursor: not-allowed;
  }

  .ways :disabled + span > bdi {
    opacity: 0.6;
  }

  .hints {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
  }

  .field > .consent {
    font-size: inherit;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }

  .link {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }

  .people {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
  }

  .outcome {
    --_tone: var(--_text-muted);

    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 10);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .outcome.success {
    --_tone: var(--_success);
  }

  .outcome.waiting {
    --_tone: var(--_accent);
  }

  .outcome.danger {
    --_tone: var(--_danger);
  }

  .outcome > div[role='status'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: 28rem;
  }

  .outcome h3 {
    font-family: var(--_heading-font, inherit);
    font-size: 1.25em;
    line-height: 1.3;
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_heading-spacing);
    color: var(--_text);
    text-wrap: balance;
  }

  .receipt {
    font-weight: var(--_medium);
  }

  .sign {
    fill: none;
    stroke: var(--_tone);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .sign circle {
    stroke-width: 1;
    fill: color-mix(in srgb, var(--_tone) 10%, var(--_surface));
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .actions p {
    flex-basis: 100%;
  }

  .instructions {
    inline-size: 100%;
    max-inline-size: 32rem;
    text-align: start;
  }

  .instructions > div {
    display: grid;
    grid-template-columns: minmax(6rem, 1fr) 2fr auto;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }

  .instructions dt {
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  .instructions dd:not(.copy) {
    font-variant-numeric: tabular-nums;
    font-weight: var(--_medium);
    user-select: all;
  }

  @container (width >= 44rem) {
    .columns {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      gap: calc(var(--_space) * 8);
    }
  }

  @container (width < 26rem) {
    .instructions > div {
      grid-template-columns: 1fr auto;
      gap: 0 calc(var(--_space) * 3);
    }

    .instructions dt {
      grid-column: 1 / -1;
    }

    .actions .button {
      inline-size: 100%;
    }
  }

  @media (forced-colors: active) {
    .sign {
      stroke: CanvasText;
    }
  }
`;
