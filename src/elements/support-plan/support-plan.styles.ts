import { css } from 'lit';

export const styles = css`
  .features {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: calc(var(--_space) * 5) calc(var(--_space) * 8);
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  h4,
  h5 {
    margin: 0;
    font-size: var(--_small);
    font-weight: var(--_bold);
  }

  .feature-group {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
  }

  .feature-group dl {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }

  .feature-group dl > div {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
  }

  .feature-group dd {
    flex: none;
    max-inline-size: 60%;
    text-align: end;
    overflow-wrap: anywhere;
    font-size: var(--_small);
  }

  .feature-group svg {
    display: block;
    block-size: 1.5em;
  }

  svg.yes {
    color: var(--_accent);
  }

  svg.no {
    color: var(--_text-muted);
  }

  .button.quiet {
    border-color: transparent;
    color: var(--_danger);
  }

  .actions {
    padding-block-start: calc(var(--_space) * 2);
  }
`;
