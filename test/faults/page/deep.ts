/** An element with all that its shadow roots hold. */
import type { Face } from '../../../src/ui/faces.js';
import { elements } from '../fault.js';

const faces: readonly Face[] = [
  ...(['signed-out', 'denied', 'offline', 'error', 'loading'] as const),
  ...(['stale', 'partial', 'empty', 'ready'] as const),
];

function allIn(root: Element | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? allIn(element.shadowRoot) : []),
  ]);
}

/** The billing elements in an element, itself first. */
export function billingIn(element: Element): Element[] {
  const inner = element.shadowRoot ? allIn(element.shadowRoot) : [];
  return [element, ...inner].filter(({ localName }) => elements.some((name) => name === localName));
}

export function facesOf(element: Element): string[] {
  return faces.filter((face) => element.matches(`:state(${face})`));
}

/** Everything that is drawn as text. */
export function textOf(element: Element): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) texts.push(node.data);
    if (!(node instanceof Element)) return;
    if (node instanceof HTMLElement && !isDrawn(node)) return;
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
      node.assignedNodes({ flatten: true }).forEach(visit);
      return;
    }
    (node.shadowRoot ?? node).childNodes.forEach(visit);
  };
  visit(element);
  return texts.join(' ').replaceAll(/\s+/gu, ' ').trim();
}

/** What looks like an amount or a date's day. */
export function figuresOf(text: string): string[] {
  return [...new Set(text.match(/\d[\d.,]*\d{2}/gu) ?? [])];
}

/** What has no box of its own may hold what has. */
function isDrawn(element: HTMLElement): boolean {
  return element.checkVisibility() || getComputedStyle(element).display === 'contents';
}

/** What is said of an element in attributes alone. */
export function labelsOf(element: Element): string {
  const attributes = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt', 'href'];
  const root = element.shadowRoot;
  return (root ? allIn(root) : [])
    .flatMap((one) => attributes.map((name) => one.getAttribute(name) ?? ''))
    .join(' ');
}

/** What has the focus, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The first control of a part that can be pressed. */
export function controlIn(element: Element, selector: string): HTMLElement | undefined {
  const root = element.shadowRoot;
  return (root ? allIn(root) : []).find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(selector) && one.checkVisibility(),
  );
}
