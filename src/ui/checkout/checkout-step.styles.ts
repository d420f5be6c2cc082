import { css } from 'lit';

/** How the last step of a dialog looks. */
export const checkoutStep = css`
  .back {
    margin-block: calc(var(--_space) * -2) calc(var(--_space) * 2);
    margin-inline-start: calc(var(--_space) * -2);
    padding-inline: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-color: transparent;
    color: var(--_text-muted);
  }

  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }

  billing-checkout + .form-end,
  .form-end:last-child {
    margin-block-start: calc(var(--_space) * 6);
  }
`;
