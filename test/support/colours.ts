/** Colours as they come out on screen, and how far they stand apart. */

import { picture } from './browser-commands.js';

/** Red, green and blue from 0 to 255, and how opaque it is from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const paint = canvas.getContext('2d', { willReadFrequently: true });

/** Any colour of CSS, a computed `color(srgb …)` too. */
export function colourOf(css: string): Colour {
  if (!paint || !CSS.supports('color', css)) throw new Error(`${css} is no colour.`);
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = css;
  paint.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** What the person sees at points of the window, in its own pixels. */
export async function coloursAt(
  points: readonly (readonly [x: number, y: number])[],
): Promise<Colour[]> {
  const seen = await picture();
  const whole = new OffscreenCanvas(seen.width, seen.height).getContext('2d');
  if (!whole) throw new Error('There is nothing to draw with.');
  whole.drawImage(seen, 0, 0);
  const scale = seen.width / innerWidth;
  return points.map(([x, y]): Colour => {
    const pixel = whole.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data;
    const [red = 0, green = 0, blue = 0] = pixel;
    return [red, green, blue, 1];
  });
}

/** What is seen of a colour that lies on another one. */
function over([r, g, b, alpha]: Colour, [under, underG, underB]: Colour): Colour {
  const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha);
  return [mix(r, under), mix(g, underG), mix(b, underB), 1];
}

/** The colour behind what stands in an element: its own background on those of all around it. */
export function backgroundOf(element: Element): Colour {
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const layer = colourOf(getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  // A page that says nothing of its colours is white.
  const page: Colour = [255, 255, 255, 1];
  return layers.reverse().reduce((below, layer) => over(layer, below), page);
}

/** The element around another one, on the way out of shadow roots too. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** How far two colours stand apart, from 1 to 21, as WCAG counts it; the first lies on the second. */
export function contrastOf(first: Colour, second: Colour): number {
  const [a, b] = [luminance(over(first, second)), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
