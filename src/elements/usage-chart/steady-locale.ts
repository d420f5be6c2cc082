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
  return a.tag === b.tag && a.direction === b.direction && isSameTexts(a.messages, b.messages);
}

function isSameTexts(a: object, b: object): boolean {
  if (a === b) return true;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, text]) => right.get(key) === text);
}
