import { aTimeout, fixture, waitUntil } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';

/** Puts an element on the page, in English, and waits until its answers are drawn. */
export async function mount<Type extends LitElement>(template: TemplateResult): Promise<Type> {
  document.documentElement.lang = 'en';
  const element = await fixture<Type>(template);
  await settled(element);
  return element;
}

/** Waits until an element whose answers are at hand has drawn them; one that waits stays `loading`. */
export async function settled(element: LitElement): Promise<void> {
  // Answers of the memory engine pass through promises only: a turn of the event loop is enough for
  // each step from the request over the answer to the update. Code that an element fetches takes
  // some more of them, even where it is here already.
  for (let turn = 0; turn < 4 || (turn < 24 && element.matches(':state(loading)')); turn += 1) {
    await aTimeout(0);
    await element.updateComplete;
  }
}

/** Waits until an element has a state, and fails with what it has instead. */
export function inState(element: Element, state: string): Promise<void> {
  return waitUntil(() => element.matches(`:state(${state})`), `<${element.localName}> ${state}`);
}

/** Every element of a part, in order. */
export function parts<Type extends HTMLElement = HTMLElement>(
  element: Element,
  part: string,
): Type[] {
  return [...(element.shadowRoot?.querySelectorAll<Type>(`[part~="${part}"]`) ?? [])];
}

/** What a person reads in each element of a part. */
export function texts(element: Element, part: string): string[] {
  return parts(element, part).map(textOf);
}

/** What a person reads in an element, with white space as it is drawn. */
export function textOf(element: Element): string {
  return (element instanceof HTMLElement ? element.innerText : '').replaceAll(/\s+/gu, ' ').trim();
}

/** Everything a person reads in a widget. */
export function shownIn(element: Element): string {
  const root = element.shadowRoot;
  return root ? [...root.children].map(textOf).join(' ').trim() : '';
}

/** Presses the first control of a part. */
export function press(element: Element, part: string): void {
  const [control] = parts(element, part);
  if (!control) throw new Error(`<${element.localName}> has no ${part} to press.`);
  control.focus();
  control.click();
}
