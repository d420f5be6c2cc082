/** Small PNG files: at most 64 colours, a byte for each pixel. */
import { crc32, deflateSync } from 'node:zlib';

const MOST = 64;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The file of a picture without transparency, `data` being its RGBA bytes. */
export function encodePalettePng({ data, height, width }) {
  const { indexOf, palette } = paletteOf(data);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0, at = 0, from = 0; y < height; y += 1) {
    lines[at++] = 0;
    for (let x = 0; x < width; x += 1, from += 4) lines[at++] = indexOf.get(colourAt(data, from));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap(channelsOf));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, content) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/**
 * The most frequent colours, as they are; a rarer one becomes one of these that is so near that nobody
 * sees it. How near is near grows until the palette suffices.
 */
function paletteOf(data) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(data, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byFrequency = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  for (let near = 0; ; near += 2) {
    const indexOf = new Map();
    const palette = [];
    for (const colour of byFrequency) {
      const known = palette.findIndex((other) => distance(colour, other) <= near);
      indexOf.set(colour, known < 0 ? palette.push(colour) - 1 : known);
      if (palette.length > MOST) break;
    }
    if (palette.length <= MOST) return { indexOf, palette };
  }
}

function colourAt(data, at) {
  return (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
}

function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function distance(one, other) {
  const others = channelsOf(other);
  return Math.max(...channelsOf(one).map((value, index) => Math.abs(value - others[index])));
}
