/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

let brush: OffscreenCanvasRenderingContext2D | null = null;

/** A colour of a style sheet in red, green, blue and opacity, whatever space it was written in. */
export function rgbaOf(colour: string): readonly [...Rgb, opacity: number] | undefined {
  brush ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!brush) return undefined;
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** The same without its opacity; `undefined` for a colour that nobody sees. */
export function rgbOf(colour: string): Rgb | undefined {
  const [red = 0, green = 0, blue = 0, opacity = 0] = rgbaOf(colour) ?? [];
  return opacity === 0 ? undefined : [red, green, blue];
}

/**
 * What colours of a style sheet have become at a place: a token itself may still be an unresolved
 * `light-dark()`, its computed colour never is.
 */
export function computedColours(probe: HTMLElement, values: readonly string[]): readonly string[] {
  const computed = getComputedStyle(probe);
  const found = values.map((value) => {
    probe.style.setProperty('color', value);
    return computed.color;
  });
  probe.style.removeProperty('color');
  return found;
}
