import type { Speech } from './locale.js';

/** Sentences one after the other, as the language sets them; those that say nothing are left out. */
export const sentences = (said: readonly (string | undefined)[], { messages }: Speech): string =>
  said.reduce<string>((all, next = '') => {
    return all && next ? messages.sentences(all, next) : all + next;
  }, '');
