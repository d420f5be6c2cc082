import { css } from 'lit';

export const styles = css`
  /* They wrap where they do not fit: a tab that is scrolled away is not found. */
  .tabs {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_space) * 6);
    margin-block-end: calc(var(--_space) * 6);
    border-block-end: 1px solid var(--_border);
  }

  .tab {
    flex: none;
    min-block-size: calc(var(--_control-size) + 0.5rem);
    margin-block-end: -1px;
    padding: 0 calc(var(--_space) * 0.5);
    border: 0;
    border-block-end: 2px solid transparent;
    background-color: transparent;
    color: var(--_text-muted);
    font: inherit;
    font-weight: var(--_medium);
    white-space: nowrap;
    cursor: pointer;
  }

  .tab:hover {
    border-block-end-color: var(--_control);
    color: var(--_text);
  }

  .tab[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }

  .tab:focus-visible {
    outline-offset: -2px;
    border-radius: var(--_radius);
  }

  .page:not([hidden]) {
    display: grid;
    gap: calc(var(--_space) * 10);
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }

  @media print {
    .tabs {
      display: none;
    }
  }
`;
