import { css } from 'lit';

/** How fields, choices and what is wrong with them look. It comes with the first form. */
export const form = css`
  .form {
    display: grid;
    gap: calc(var(--_space) * 6);
  }

  legend {
    padding: 0;
    margin-block-end: calc(var(--_space) * 2);
    font-weight: var(--_bold);
  }

  .field {
    display: grid;
    align-content: start;
    gap: var(--_space);
  }

  .field > label {
    font-size: var(--_small);
    font-weight: var(--_medium);
  }

  .input,
  select {
    min-block-size: var(--_control-size);
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
  }

  .input {
    display: flex;
    align-items: stretch;
  }

  .input input,
  select {
    inline-size: 100%;
    min-inline-size: 0;
    padding: 0 calc(var(--_space) * 3);
    font: inherit;
    text-overflow: ellipsis;
  }

  .input input {
    border: 0;
    border-radius: inherit;
    background-color: transparent;
    color: inherit;
    font-variant-numeric: tabular-nums;
  }

  .input .unit {
    align-self: center;
    padding-inline-end: calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: var(--_small);
  }

  .input:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .input input:focus-visible {
    outline: none;
  }

  .input:has([aria-invalid='true']) {
    border-color: var(--_danger);
  }

  .fault {
    color: var(--_danger);
    font-size: var(--_small);
  }

  .option {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: start;
    min-block-size: calc(var(--_control-size) + 0.5rem);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .option:hover {
    background-color: var(--_surface-sunken);
  }

  .option:has(:checked) {
    border-color: var(--_accent);
    background-color: color-mix(in srgb, var(--_accent) 5%, var(--_surface));
  }

  .option:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .option input:focus-visible {
    outline: none;
  }

  .option input,
  .switch input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.2em 0 0;
    accent-color: var(--_accent);
  }

  .switch {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: start;
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .form-end {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 2);
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
    }
  }
`;
