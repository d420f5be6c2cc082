/** The invariants, in one place: what must hold for an element whatever its backend does. */
import { billingIn, facesOf, focused, labelsOf, textOf } from './deep.js';
import type { Problem } from './run.js';
import { foreignMark } from './seen.js';
import type { BillingErrorNote, Seen } from './seen.js';

/** What the page knows of the part of the course that has just passed. */
export interface Passed {
  /** Milliseconds of the page's time from the start of the part to the end of the loading. */
  readonly loadingFor: number;
  /** Data of another account may not be there. */
  readonly isForeignForbidden: boolean;
  /** Requests since the start of the part, by method and URL. */
  readonly calls: readonly string[];
  readonly billingErrors: readonly BillingErrorNote[];
  /** What was said without being asked. */
  readonly said: readonly string[];
  readonly neighbour: { readonly before: string; readonly now: string };
}

/** Ends within 15 s, waiting and tries included; a second more for the clock of the test. */
const longestLoading = 16_000;

/** So many of one element ask for the same at most: a console has a page of elements in it. */
export const askers: Readonly<Record<string, number>> = { 'billing-console': 3 };

/** The fields of a `billing-error`, and those that every event has of its own. */
const cleanKeys = /^(?:code|status|requestId|retryable|tag|isTrusted| )*$/u;

export function check(element: Element, seen: Seen, passed: Passed, token: string): Problem[] {
  const text = textOf(element);
  const spoken = `${text} ${labelsOf(element)}`;
  const states = billingIn(element).map((one) => ({ name: one.localName, faces: facesOf(one) }));
  const asked = askers[element.localName] ?? 1;
  const face = states[0]?.faces[0] ?? '';
  const isFailed = ['error', 'stale', 'denied', 'signed-out', 'offline'].includes(face);

  const rules: readonly (readonly [boolean, Problem['kind'], string])[] = [
    [states.every(({ faces }) => faces.length === 1), 'state', JSON.stringify(states)],
    [text !== '' && element.getBoundingClientRect().height > 0, 'blank', 'I1'],
    [states.every(({ faces }) => faces[0] !== 'loading'), 'stuck', 'I2: still loading'],
    [passed.loadingFor <= longestLoading, 'stuck', `I2: loading for ${passed.loadingFor} ms`],
    [!passed.isForeignForbidden || !foreignMark.test(spoken), 'foreign', 'I4: stands there'],
    [seen.foreign.length === 0, 'foreign', `I4: was there: ${seen.foreign[0] ?? ''}`],
    [!/\b(?:undefined|NaN|Invalid Date|null)\b|\[object/u.test(spoken), 'raw', excerpt(spoken)],
    [
      unsaid(passed.said, asked).length === 0,
      'messages',
      `I5: ${unsaid(passed.said, asked)[0] ?? ''}`,
    ],
    [focused() !== document.body && focused() !== null, 'focus', 'I6'],
    [!isFailed || passed.billingErrors.length > 0, 'events', 'I7: no billing-error'],
    [passed.billingErrors.every(isClean), 'events', JSON.stringify(passed.billingErrors)],
    [seen.uncaught.length === 0, 'uncaught', seen.uncaught[0] ?? ''],
    [seen.violations.length === 0, 'violation', seen.violations[0] ?? ''],
    [Reflect.get(window, 'polluted') === undefined, 'violation', 'T2: a script of the data ran'],
    [Reflect.get({}, 'polluted') === undefined, 'violation', 'T6: Object.prototype is polluted'],
    [
      often(passed.calls, asked) === undefined,
      'requests',
      `I9: ${often(passed.calls, asked) ?? ''}`,
    ],
    [passed.neighbour.before === passed.neighbour.now, 'neighbour', 'I10: changed'],
    [!leaks(element, seen, token), 'token', 'T1'],
  ];
  return rules.filter(([holds]) => !holds).map(([, kind, text]) => ({ kind, text }));
}

/** What was said more often than an element may say it. */
function unsaid(said: readonly string[], times: number): string[] {
  return said.filter((text) => said.filter((other) => other === text).length > times);
}

/** A request that was sent more often than it may be tried. */
function often(calls: readonly string[], asking: number): string | undefined {
  return calls.find((call) => {
    const most = (call.startsWith('GET ') ? 3 : 2) * asking;
    return calls.filter((other) => other === call).length > most;
  });
}

function isClean({ code, keys, status, tag }: BillingErrorNote): boolean {
  return (
    typeof code === 'string' &&
    code !== '' &&
    typeof status === 'number' &&
    typeof tag === 'string' &&
    cleanKeys.test(keys)
  );
}

/** Somewhere a token does not belong. */
function leaks(element: Element, seen: Seen, token: string): boolean {
  const places = [
    textOf(element),
    element.shadowRoot?.innerHTML ?? '',
    element.outerHTML,
    ...seen.console,
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
    document.cookie,
  ];
  return places.some((text) => text.includes(token));
}

function excerpt(text: string): string {
  const at = text.search(/\b(?:undefined|NaN|Invalid Date|null)\b|\[object/u);
  return at < 0 ? '' : text.slice(Math.max(0, at - 40), at + 40);
}
