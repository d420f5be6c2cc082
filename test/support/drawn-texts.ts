import { backgroundOf, colourOf, contrastOf } from './colours.js';

/** A text as it is drawn: what it says, and how far it stands apart from what is behind it. */
export interface DrawnText {
  readonly text: string;
  readonly colours: string;
  readonly ratio: number;
}

/** Every text that a person sees in an element, whatever shadow root it is in. */
export function drawnTexts(root: Element | ShadowRoot): DrawnText[] {
  const texts: DrawnText[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.shadowRoot) texts.push(...drawnTexts(node.shadowRoot));
      continue;
    }
    const { parentElement: parent } = node;
    const text = (node.textContent ?? '').trim();
    if (text === '' || !parent || !isSeen(parent)) continue;
    const colour = colourOf(getComputedStyle(parent).color);
    const ground = backgroundOf(parent);
    texts.push({
      text,
      colours: `${colour.join()} on ${ground.join()}`,
      ratio: contrastOf(colour, ground),
    });
  }
  return texts;
}

/** Disabled controls may be faint, and what is clipped away is heard only. */
function isSeen(element: Element): boolean {
  if (element.closest('.visually-hidden, :disabled, [aria-disabled="true"], [hidden]'))
    return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
