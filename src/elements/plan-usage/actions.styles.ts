import { css } from 'lit';

/** How the buttons of the plan and of balances look. */
export const actions = css`
  .balance .actions {
    margin-block-start: calc(var(--_space) * 2);
  }

  .button.plain-text {
    min-block-size: 1.5rem;
    padding: 0;
    margin-inline-start: calc(var(--_space) * 2);
    border-color: transparent;
    background-color: transparent;
    color: var(--_accent-text);
    font-size: var(--_small);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
