/** Pictures of the stories: how two of them are compared. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * What may differ without anybody seeing it, in pixels: less than a character that stands one pixel
 * further, more than the edges of one that is smoothed otherwise.
 */
const UNSEEN = 12;

export function decodePng(file) {
  return PNG.sync.read(file);
}

/** In how many pixels two pictures differ, and where: undefined if they look alike. */
export function differenceOf(before, now) {
  if (before.width !== now.width || before.height !== now.height) {
    const [was, is] = [before, now].map(({ height, width }) => `${width} × ${height}`);
    return { what: `it was ${was}, and is ${is}`, picture: beside(before, now) };
  }
  const { height, width } = now;
  const picture = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, picture.data, width, height, {
    threshold: 0.1,
    // Thin strokes look like smoothed edges, and text is made of those.
    includeAA: true,
  });
  if (pixels <= UNSEEN) return undefined;
  return { what: `${pixels} pixels differ`, picture: beside(before, now, picture) };
}

/** Pictures from left to right, as one file. */
function beside(...pictures) {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const all = new PNG({ width, height });
  let left = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, all, 0, 0, picture.width, picture.height, left, 0);
    left += picture.width;
  }
  return PNG.sync.write(all);
}
