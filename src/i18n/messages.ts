import type { checkoutMessages } from './en-checkout.js';
import type { messages } from './en.js';

/** Every text that the elements say from the start. English is the model: another language has the same keys. */
export type Messages = typeof messages;

/** The texts of dialogs and of the payment page, which come with these. */
export type CheckoutMessages = typeof checkoutMessages;

/** Every text that a page may put its own in place of. */
export type AllMessages = Messages & CheckoutMessages;
