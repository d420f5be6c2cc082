/** What a person without a mouse, or without sight, meets: keys, the focus, and the tree. */
import { sendKeys } from '@web/test-runner-commands';

import { accessibleNodes } from './browser-commands.js';
import type { AccessibleNode } from './browser-commands.js';
import { textOf } from './mount.js';

/** Presses real keys, one after the other: `Tab`, `ArrowRight`, `Shift+Tab`. */
export async function keys(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    const [plain = key, modifier] = key.split('+').reverse();
    if (modifier !== undefined) await sendKeys({ down: modifier });
    await sendKeys({ press: plain });
    if (modifier !== undefined) await sendKeys({ up: modifier });
  }
}

/** What has the focus, through all shadow roots; `null` where it has fallen to the page. */
export function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

/** The part, or else the id, of what has the focus: `page` where it has fallen to the page. */
export function focusedPart(): string {
  const active = focused();
  if (active === null) return 'page';
  return active.part[0] ?? (active.id === '' ? active.localName : active.id);
}

/** What a person reads in or beside what has the focus. */
export function focusedText(): string {
  const active = focused();
  if (active === null) return '';
  const isField = active instanceof HTMLInputElement || active instanceof HTMLSelectElement;
  return textOf((isField ? active.labels?.[0] : undefined) ?? active);
}

/** Tab by Tab until what has the focus is found; fails with the stops that it passed. */
export async function tabTo(isThere: (active: HTMLElement) => boolean): Promise<HTMLElement> {
  const passed: string[] = [];
  for (let stop = 0; stop < 80; stop += 1) {
    await keys('Tab');
    const active = focused();
    if (active && isThere(active)) return active;
    passed.push(focusedPart());
  }
  throw new Error(`No Tab leads there, but to ${passed.join(' | ')}.`);
}

/** Every node of a role, in reading order. */
export async function nodesOf(role: string): Promise<AccessibleNode[]> {
  return (await accessibleNodes()).filter((node) => node.role === role);
}

/** The names of every node of a role, in reading order. */
export async function namesOf(role: string): Promise<(string | undefined)[]> {
  return (await nodesOf(role)).map(({ name }) => name);
}

/** The one node of a role and a name; fails with the names that there are. */
export async function nodeOf(role: string, name: string | RegExp): Promise<AccessibleNode> {
  const nodes = await nodesOf(role);
  const isNamed = (text = ''): boolean =>
    typeof name === 'string' ? text === name : name.test(text);
  const [node, ...others] = nodes.filter((one) => isNamed(one.name));
  if (node && others.length === 0) return node;
  const names = nodes.map((one) => one.name).join(' | ');
  throw new Error(`${others.length + (node ? 1 : 0)} × ${role} ${String(name)} among: ${names}`);
}

/** The node that has the focus. */
export async function focusedNode(): Promise<AccessibleNode | undefined> {
  return (await accessibleNodes()).filter((node) => node.focused).at(-1);
}

/** Everything that is read below a node. */
export function below(node: AccessibleNode): AccessibleNode[] {
  return (node.children ?? []).flatMap((child) => [child, ...below(child)]);
}

/** What each live region of a kind says now; one that says nothing is left out. */
export async function saidIn(kind: 'alert' | 'status'): Promise<string[]> {
  const regions = (await nodesOf(kind)).map((region) =>
    below(region)
      .filter(({ role }) => role === 'StaticText')
      .map(({ name = '' }) => name.trim())
      .join(' '),
  );
  return regions.filter((text) => text !== '');
}

/** A control beside the elements, as a page has them: where Tab leads when it leaves. */
export function pageButton(place: 'before' | 'after', element: Element): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = `${place} the element`;
  const wrapper = element.parentElement ?? document.body;
  if (place === 'before') wrapper.prepend(button);
  else wrapper.append(button);
  return button;
}
