import { css } from 'lit';

import { checkoutStep } from '../../ui/checkout/checkout-step.styles.js';
import { form } from '../../ui/form.styles.js';

export const styles = css`
  ${form}
  ${checkoutStep}
`;
