import type { BillingError } from '../../api/billing-error.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import { reasonWords } from './outcome.view.js';
import type { PaymentView } from './payment.view.js';

/** The field that an order's way to pay goes into. */
const wayPointer = '/paymentOptionId';

/** Why the order did not go through, in all and at the fields that the server names. */
export function noticeOf(
  error: BillingError | undefined,
  hasNewFigures: boolean,
  locale: Locale,
): Pick<PaymentView, 'notice' | 'wayProblem'> {
  if (!error) {
    const text = locale.messages.figuresChanged;
    return { notice: hasNewFigures ? { text, details: [] } : undefined, wayProblem: undefined };
  }
  const errors = error.problem?.errors ?? [];
  const ofWay = errors.filter(({ pointer }) => pointer === wayPointer);
  const others = errors.filter(({ pointer }) => pointer !== wayPointer);
  const { detail } = error.problem ?? {};
  const details = [...(detail === undefined ? [] : [detail]), ...others.map((each) => each.detail)];
  return {
    notice: { text: reasonWords(error.code, locale), details },
    wayProblem: ofWay.length === 0 ? undefined : ofWay.map((each) => each.detail).join(' '),
  };
}
