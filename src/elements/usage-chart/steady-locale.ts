import { usageChartTexts } from '../../i18n/en-usage-chart.js';
import type { Speech, UsageChartLocale } from '../../i18n/locale.js';
import { withTexts } from '../../i18n/with-texts.js';

/**
 * The element's language with the chart's texts: the same object while nothing of it has changed,
 * so that what was written in it need not be written again.
 */
export function steadyLocale(speech: () => Speech): () => UsageChartLocale {
  let last: { readonly speech: Speech; readonly locale: UsageChartLocale } | undefined;
  return () => {
    const { direction, messages, tag } = speech();
    const now = { direction, messages, tag };
    if (!last || !isSame(last.speech, now)) {
      last = { speech: now, locale: withTexts(now, usageChartTexts) };
    }
    return last.locale;
  };
}

function isSame(a: Speech, b: Speech): boolean {
  return a.tag === b.tag && a.direction === b.direction && isSameText(a.messages, b.messages);
}

/** Words for values of the contract are put together anew for each update, so they are compared one by one. */
function isSameText(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isTexts(a) || !isTexts(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([key, text]) => isSameText(text, right.get(key)))
  );
}

function isTexts(text: unknown): text is object {
  return typeof text === 'object' && text !== null;
}
