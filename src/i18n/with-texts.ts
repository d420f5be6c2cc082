import { formatsOf } from './formats.js';
import { isolatingTexts } from './isolate.js';
import type { Locale, Speech } from './locale.js';
import { mergeTexts } from './merge-texts.js';

/**
 * The same language with the texts of a part that is loaded later, and with its numbers and dates.
 * What the page put in place of any text is among the messages already, whichever part says it.
 */
export function withTexts<Known extends object, Texts extends object>(
  { direction, messages, tag }: Speech<Known>,
  texts: Texts,
): Locale<Known & Texts> {
  return {
    tag,
    direction,
    messages: isolatingTexts(mergeTexts(texts, messages)),
    ...formatsOf(tag),
  };
}
