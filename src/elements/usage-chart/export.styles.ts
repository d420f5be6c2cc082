import { css } from 'lit';

/** How the head with its actions looks, and how an export goes. */
export const styles = css`
  .head h2 {
    margin: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    min-block-size: var(--_control-size);
    margin-block-end: calc(var(--_space) * 3);
  }

  .notice {
    margin-block-end: calc(var(--_space) * 3);
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
    box-shadow: var(--_dialog-shadow);
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
  }

  @media print {
    .actions {
      display: none;
    }
  }
`;
