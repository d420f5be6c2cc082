/** What is wrong on screen, for clauses that are measured: each fault in words, none where all is well. */
import { backgroundOf, colourOf, contrastOf, parentOf } from './colours.js';
import { textOf } from './mount.js';

/** Every element in an element, through all shadow roots, as far as it is drawn. */
function drawnIn(root: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  const visit = (element: Element): void => {
    if (element instanceof HTMLElement && element.checkVisibility({ visibilityProperty: true })) {
      found.push(element);
    }
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children])
      visit(child);
  };
  visit(root);
  return found;
}

const operable =
  'button, a[href], input, select, textarea, summary, [role="tab"], [role="application"]';

/** What people can operate. */
export function controlsIn(root: Element): HTMLElement[] {
  return drawnIn(root).filter((element) => element.matches(operable) && isReachable(element));
}

/** Not under an open dialog. */
function isReachable(element: Element): boolean {
  const open = openDialogAround(element);
  return open === undefined || open.contains(outermostIn(element, open));
}

function openDialogAround(element: Element): Element | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const root = at.getRootNode();
    const open = root instanceof ShadowRoot ? root.querySelector('dialog:modal') : null;
    if (open) return open;
  }
  return undefined;
}

/** The element that stands for another one in the tree that a dialog is in. */
function outermostIn(element: Element, dialog: Element): Element | null {
  let at: Element | null = element;
  while (at && at.getRootNode() !== dialog.getRootNode()) at = parentOf(at);
  return at;
}

/** How a control is called in a list of faults. */
export function called(element: HTMLElement): string {
  const name = element.getAttribute('aria-label') ?? textOf(targetOf(element));
  return `${element.part.value || element.id || element.localName} "${name.slice(0, 40)}"`;
}

/** Where a control can be hit: a box that is ticked by its label too is as large as that. */
function targetOf(control: HTMLElement): HTMLElement {
  const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
  return label?.contains(control) ? label : control;
}

const smallest = 24;

/** WCAG 2.5.8: 24 by 24 px, or so far from all others that a circle of 24 px meets none. */
export function smallTargets(root: Element): string[] {
  const controls = controlsIn(root);
  const boxes = controls.map((control) => targetOf(control).getBoundingClientRect());
  return controls.flatMap((control, at) => {
    const box = boxes[at] ?? new DOMRect();
    if (box.width >= smallest && box.height >= smallest) return [];
    const isCrowded = boxes.some((other, index) => index !== at && circleMeets(box, other));
    const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
    return isCrowded ? [`${called(control)} is ${size}`] : [];
  });
}

function circleMeets(box: DOMRect, other: DOMRect): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const near = (from: number, to: number, at: number): number => Math.max(from - at, 0, at - to);
  const distance = Math.hypot(near(other.left, other.right, x), near(other.top, other.bottom, y));
  const isSmall = other.width < smallest || other.height < smallest;
  return distance < (isSmall ? smallest : smallest / 2);
}

/** WCAG 2.4.7, 2.4.13, 1.4.11: what has the focus has a ring of 2 px that stands out at 3:1. */
export function faintFocus(root: Element): string[] {
  return controlsIn(root).flatMap((control) => {
    if (control.matches(':disabled')) return [];
    control.focus({ preventScroll: true });
    if (!control.matches(':focus')) return [`${called(control)} takes no focus`];
    const ring = ringOf(control);
    if (!ring) return [`${called(control)} has no ring`];
    const { outlineColor, outlineWidth } = getComputedStyle(ring);
    const behind = backgroundOf(parentOf(ring) ?? ring);
    const contrast = contrastOf(colourOf(outlineColor), behind);
    return contrast >= 3 && Number.parseFloat(outlineWidth) >= 2
      ? []
      : [`${called(control)}: ${outlineWidth} at ${contrast.toFixed(1)}:1`];
  });
}

/** The outline that shows where the focus is: the control's own, its label's, or its neighbour's. */
function ringOf(control: HTMLElement): Element | undefined {
  const around = [control, control.nextElementSibling, control.parentElement];
  return around.find((one): one is HTMLElement => {
    if (!(one instanceof HTMLElement)) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
}

/** Text that is drawn where nobody can read it: cut off, or with no way to scroll to it. */
export function cutText(root: Element): string[] {
  return drawnIn(root).flatMap((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    const isNative = element.matches('input, select, textarea, meter, progress');
    if (isNative || isHiddenVisually(element) || textOf(element) === '') return [];
    const isCutAcross = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const isCutDown = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
    return isCutAcross || isCutDown ? [`${called(element)} is cut`] : [];
  });
}

/** WCAG 1.4.10: what reaches over the edge of the window, tables that scroll by themselves aside. */
export function beyondEdge(root: Element): string[] {
  return drawnIn(root).flatMap((element) => {
    if (isHiddenVisually(element) || scrollsInside(element, root)) return [];
    const { left, right, width } = element.getBoundingClientRect();
    const isBeyond = width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
    return isBeyond ? [`${called(element)} from ${Math.round(left)} to ${Math.round(right)}`] : [];
  });
}

function scrollsInside(element: Element, root: Element): boolean {
  for (let at = parentOf(element); at && at !== root; at = parentOf(at)) {
    const { overflowX } = getComputedStyle(at);
    const isTable = at.querySelector('table') !== null || at.getAttribute('role') === 'tablist';
    if ((overflowX === 'auto' || overflowX === 'scroll') && isTable) return true;
  }
  return false;
}

function isHiddenVisually(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
  }
  return false;
}

interface Line {
  readonly text: string;
  readonly box: DOMRect;
}

/** Lines of text that lie on each other. */
export function overlappingText(root: Element): string[] {
  const lines = linesIn(root);
  return lines.flatMap((line, at) =>
    lines
      .slice(at + 1)
      .filter((other) => overlaps(line.box, other.box))
      .map((other) => `"${line.text}" lies on "${other.text}"`),
  );
}

function linesIn(root: Element): Line[] {
  return drawnIn(root)
    .filter((element) => isReachable(element) && !isHiddenVisually(element))
    .flatMap((element) => [...element.childNodes])
    .filter((node): node is Text => node instanceof Text && node.data.trim() !== '')
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = node.data.trim().slice(0, 30);
      return [...range.getClientRects()].map((box): Line => ({ text, box }));
    });
}

function overlaps(one: DOMRect, other: DOMRect): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 2 && down > 5;
}

/** WCAG 2.3.3: what moves by itself, or takes its time to change. */
export function moving(root: Element): string[] {
  return drawnIn(root).flatMap((element) => {
    const { animationName, transitionDuration } = getComputedStyle(element);
    const { height, width } = element.getBoundingClientRect();
    const takesTime = transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0);
    const isMoving = animationName !== 'none' || takesTime;
    return isMoving && width * height > 0 ? [`${called(element)} moves`] : [];
  });
}

/** On paper: what can be pressed or filled in there. What a button says of its row stays, as words. */
export function pressable(root: Element): string[] {
  const kept = '[part~="sort"], [part~="details"]';
  return drawnIn(root)
    .filter((element) => element.matches('button, input, select, textarea, progress, .skeleton'))
    .filter((element) => !element.matches(kept) && !isHiddenVisually(element))
    .map(called);
}

/** WCAG 2.5.3: whoever says the words on a control must name it. */
export function unspokenLabels(root: Element): string[] {
  return controlsIn(root).flatMap((control) => {
    const name = control.getAttribute('aria-label')?.toLowerCase();
    const words = textOf(control).toLowerCase();
    const isField = control.matches('input, select, textarea, [role="application"]');
    return name === undefined || isField || name.includes(words) ? [] : [called(control)];
  });
}

/** WCAG 1.3.1, 2.4.6: headings that skip a level below the one before. */
export function skippedHeadings(root: Element): string[] {
  const headings = drawnIn(root).filter(({ localName }) => /^h[1-6]$/u.test(localName));
  const levels = headings.map(({ localName }) => Number(localName.slice(1)));
  return headings.flatMap((heading, at) => {
    const before = levels[at - 1] ?? 1;
    return (levels[at] ?? 1) > before + 1 ? [`${called(heading)} comes after h${before}`] : [];
  });
}

/** What people read that has a digit in it, for a look at whether it is heard too. */
export function numbersIn(root: Element): string[] {
  return drawnIn(root)
    .filter((element) => isReachable(element) && element.closest('[aria-hidden="true"]') === null)
    .flatMap((element) => [...element.childNodes])
    .filter((node): node is Text => node instanceof Text && /\d/u.test(node.data))
    .map(({ data }) => data.replaceAll(/\s+/gu, ' ').trim());
}

/** What Tab stops at: of radios the chosen one, of tabs the open one, of what is off nothing. */
export function stopsIn(root: Element): HTMLElement[] {
  const controls = controlsIn(root).filter((control) => !control.matches(':disabled'));
  return controls.filter((control) => {
    if (control.tabIndex < 0) return false;
    if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
    const group = controls.filter(
      (other): other is HTMLInputElement =>
        other instanceof HTMLInputElement &&
        other.name === control.name &&
        other.getRootNode() === control.getRootNode(),
    );
    return group.some(({ checked }) => checked) ? control.checked : group[0] === control;
  });
}
