import { css } from 'lit';

import { checkoutStep } from '../../ui/checkout/checkout-step.styles.js';
import { form } from '../../ui/form.styles.js';

export const styles = css`
  ${form}
  ${checkoutStep}

  .amounts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
    gap: calc(var(--_space) * 2);
  }

  .option bdi {
    display: block;
  }

  .amount-price {
    font-weight: var(--_bold);
    font-variant-numeric: tabular-nums;
  }

  .free {
    margin-block-start: calc(var(--_space) * 4);
  }

  .auto {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .auto > .state {
    padding-inline-start: calc(1.125rem + var(--_space) * 3);
  }

  .auto-amounts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 2);
  }
`;
