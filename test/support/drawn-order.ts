/**
 * A text in the order in which its characters stand on the screen, from left to right. Only of what
 * stands on one line; what takes no room is left out.
 */
export function drawnOrder(element: Element): string {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: { readonly character: string; readonly left: number }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const character of node.textContent ?? '') {
      range.setStart(node, at);
      range.setEnd(node, (at += character.length));
      const { left, width } = range.getBoundingClientRect();
      if (width > 0) found.push({ character, left });
    }
  }
  return found
    .sort((a, b) => a.left - b.left)
    .map(({ character }) => character)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
