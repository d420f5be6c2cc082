/** What does not fit into its place, as a person would see it. */

/** What is less than this, in pixels, nobody sees. */
const slack = 1;

/** An element as it is drawn, and what is known from those around it. */
interface Drawn {
  readonly element: Element;
  /** Where its texts may be; beyond that they are hidden. */
  readonly room: Room;
  /** What it is stacked with: what stands out of the flow may cover the rest. */
  readonly layer: Element;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Whose edges these are. */
  readonly of: Element;
}

interface Box {
  readonly element: Element;
  readonly layer: Element;
  readonly rect: DOMRect;
}

/** What is wrong with the layout of a tree: what is too wide, cut off, or lies on something else. */
export function misfitsIn(root: HTMLElement): string[] {
  const dialog = openDialogIn(root);
  // What is under a modal dialog cannot be used, so only the dialog matters.
  const seen = [...drawnIn(dialog ?? root, dialog ?? root, roomOf(dialog ?? root))];
  const texts = seen.flatMap(({ element, layer, room }) =>
    linesOf(element).map((rect) => ({ element, layer, rect, room })),
  );
  const controls = seen
    .filter(({ element }) => element.matches(controlTags))
    .map(({ element, layer }) => ({ element, layer, rect: element.getBoundingClientRect() }));
  const faults = [
    ...seen.flatMap(tooWide),
    ...texts.flatMap(cutOff),
    ...collisions(controls, slack),
    // Lines of text reach into each other by a little in many fonts.
    ...collisions(
      texts.filter(({ element }) => !(element instanceof SVGElement)),
      4 * slack,
    ),
  ];
  return [...new Set(faults)];
}

const controlTags = 'button, a, input, select, textarea, summary, meter';

function openDialogIn(root: Element | ShadowRoot): HTMLDialogElement | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLDialogElement && element.open) return element;
    const inside = element.shadowRoot && openDialogIn(element.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}

function roomOf(element: Element): Room {
  const { left, right } = element.getBoundingClientRect();
  return { left, right, bottom: Infinity, of: element };
}

/** Every element that is drawn, shadow roots included; what only screen readers find is left out. */
function* drawnIn(element: Element, layer: Element, room: Room): Generator<Drawn> {
  const { clipPath, overflowClipMargin, overflowX, overflowY, position } =
    getComputedStyle(element);
  const isOut = position === 'absolute' || position === 'fixed' || position === 'sticky';
  // What has been moved out of sight lies on nothing.
  const isMoved = scrolling.includes(overflowX) || scrolling.includes(overflowY);
  const own = { element, layer: isOut || isMoved ? element : layer, room: narrowed(room) };
  if (!element.checkVisibility() || (isOut && clipPath !== 'none')) return;
  yield own;
  if (element instanceof SVGElement) return;
  for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) {
    yield* drawnIn(child, own.layer, own.room);
  }

  function narrowed({ bottom, left, of, right }: Room): Room {
    const box = element.getBoundingClientRect();
    const spare = overflowX === 'clip' ? Number.parseFloat(overflowClipMargin) : 0;
    const endless = { left: -Infinity, right: Infinity, of: element };
    const width =
      overflowX === 'visible'
        ? { left, right, of }
        : mayScroll(element, overflowX)
          ? endless
          : {
              left: Math.max(left, box.left - spare),
              right: Math.min(right, box.right + spare),
              of: element,
            };
    const isCut = overflowY === 'hidden' || overflowY === 'clip';
    return {
      ...width,
      bottom: isCut
        ? Math.min(bottom, box.bottom + spare)
        : overflowY === 'visible'
          ? bottom
          : Infinity,
    };
  }
}

/** Tables and rows of tabs may be moved within a place of their own; dialogs and pages may not. */
const mayScroll = (element: Element, overflow: string): boolean =>
  scrolling.includes(overflow) && !element.matches('dialog, .dialog-body');

const scrolling: readonly string[] = ['auto', 'scroll'];

/** Its content is wider than it, and it is not made to be scrolled. */
function tooWide({ element, room }: Drawn): string[] {
  const { clientWidth, scrollWidth } = element;
  const isFree = room.right === Infinity;
  if (isFree || clientWidth === 0 || scrollWidth <= clientWidth + slack) return [];
  return [`${nameOf(element)} is ${scrollWidth - clientWidth} px too narrow for its content`];
}

/** A text of which something is hidden by what it stands in. */
function cutOff({ element, rect, room }: Drawn & Box): string[] {
  const isCut =
    rect.left < room.left - slack ||
    rect.right > room.right + slack ||
    rect.bottom > room.bottom + 2 * slack;
  return isCut ? [`${nameOf(element)} is cut off by ${nameOf(room.of)}`] : [];
}

/** The lines of the texts that an element itself holds. */
function linesOf(element: Element): DOMRect[] {
  const lines =
    element instanceof SVGElement
      ? [...element.querySelectorAll('text')].map((text) => text.getBoundingClientRect())
      : [...element.childNodes].flatMap((node) => {
          if (!(node instanceof Text) || node.data.trim() === '') return [];
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()];
        });
  return lines.filter(({ height, width }) => width > 0 && height > 0);
}

/** Controls that lie on each other, and texts that are written over each other. */
function collisions(boxes: readonly Box[], depth: number): string[] {
  const ordered = [...boxes].sort((a, b) => a.rect.top - b.rect.top);
  return ordered.flatMap((one, at) => {
    const faults: string[] = [];
    for (let next = at + 1; next < ordered.length; next += 1) {
      const other = ordered[next];
      if (!other || other.rect.top >= one.rect.bottom - depth) break;
      if (collide(one, other, depth)) {
        faults.push(`${nameOf(one.element)} lies on ${nameOf(other.element)}`);
      }
    }
    return faults;
  });
}

function collide(one: Box, other: Box, depth: number): boolean {
  const width =
    Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
  const height =
    Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
  const isApart =
    one.layer === other.layer &&
    !one.element.contains(other.element) &&
    !other.element.contains(one.element);
  return width > depth && height > depth && isApart;
}

function nameOf(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const part = element.closest('[part]')?.getAttribute('part');
  const look = element.getAttribute('class')?.trim().replaceAll(/\s+/gu, '.');
  return `${host}${part ? `[${part}] ` : ''}${element.localName}${look ? `.${look}` : ''}`;
}
