import type { messages } from './en.js';

/** Every text that the elements say. English is the model: another language has the same keys. */
export type Messages = typeof messages;
