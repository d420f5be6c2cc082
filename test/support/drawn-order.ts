interface Drawn {
  readonly character: string;
  readonly left: number;
  readonly bottom: number;
}

/** A text in the order in which it stands on the screen, line by line from left to right; nothing of what takes no room. */
export function drawnOrder(node: Node): string {
  return textNodesOf(node)
    .flatMap(charactersOf)
    .sort((a, b) => (isSameLine(a, b) ? a.left - b.left : a.bottom - b.bottom))
    .map(({ character }) => character)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** The texts in an element that stand in another order than they are read in, as they look. */
export function disordered(element: Element): string[] {
  return textNodesOf(element.shadowRoot ?? element).flatMap((node) => {
    const drawn = drawnOrder(node);
    const isShown = drawn !== '' && node.parentElement?.closest('.visually-hidden, svg') === null;
    return isShown && plain(drawn) !== plain(node.data) ? [drawn] : [];
  });
}

/** Without white space, which is not drawn where a line ends, and without marks, which never are. */
const plain = (text: string): string => text.replaceAll(/[\s\p{Cf}]/gu, '');

function textNodesOf(node: Node): Text[] {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  if (node instanceof Text) found.push(node);
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    if (next instanceof Text) found.push(next);
  }
  return found;
}

function charactersOf(node: Text): Drawn[] {
  const range = document.createRange();
  let at = 0;
  return [...node.data].flatMap((character) => {
    range.setStart(node, at);
    range.setEnd(node, (at += character.length));
    const { bottom, left, width } = range.getBoundingClientRect();
    return width > 0 ? [{ character, left, bottom }] : [];
  });
}

const isSameLine = (a: Drawn, b: Drawn): boolean => Math.abs(a.bottom - b.bottom) < 4;
