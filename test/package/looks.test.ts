import { expect } from 'chai';
import { PNG } from 'pngjs';

import { inWords, isAlike } from '../support/stories/made-with.js';
import { encodePalettePng } from '../support/stories/palette-png.js';
import { decodePng, differenceOf } from '../support/stories/pictures.js';

type Ink = (x: number, y: number) => readonly [number, number, number];

const white = [255, 255, 255] as const;

const picture = (ink: Ink, width = 120, height = 40): PNG => {
  const made = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) made.data.set([...ink(x, y), 255], (y * width + x) * 4);
  }
  return made;
};

/** Thin strokes with smoothed edges, as those of a word of four letters. */
const word = (left: number, edge = 150): PNG =>
  picture((x, y) => {
    if (y < 12 || y > 22) return white;
    const at = x - left;
    if (at < 0 || at > 23) return white;
    return at % 6 === 1 ? [30, 30, 40] : at % 6 === 0 ? [edge, edge, edge + 4] : white;
  });

describe('the comparison of looks', () => {
  it('finds two pictures alike that are', () => {
    expect(differenceOf(word(20), word(20))).to.equal(undefined);
  });

  it('sees a word that stands one pixel further', () => {
    expect(differenceOf(word(20), word(21))?.what).to.match(/^\d+ pixels differ$/);
  });

  it('does not mind edges that are smoothed a little otherwise', () => {
    expect(differenceOf(word(20, 150), word(20, 166))).to.equal(undefined);
  });

  it('sees another size, and says which', () => {
    const lower = picture(() => white, 120, 30);
    expect(differenceOf(word(20), lower)?.what).to.equal('it was 120 × 40, and is 120 × 30');
  });

  it('shows the picture before, the one now, and what differs, in one file', () => {
    const shown = decodePng(differenceOf(word(20), word(24))?.picture ?? Buffer.of());
    expect([shown.width, shown.height]).to.eql([360, 40]);
  });
});

describe('pictures of two machines', () => {
  const here = {
    chromium: '156.0.8078.79',
    fonts: ['DejaVu Sans', 'P052'],
    sample: 'a1b2c3d4e5f6',
  };

  it('are compared where these draw alike, be it another build of the browser', () => {
    expect(isAlike(here, { ...here, chromium: '156.0.8078.101' })).to.equal(true);
  });

  it('are not where the browser, a font or how it is drawn differs', () => {
    expect(isAlike(here, { ...here, chromium: '157.0.1.2' })).to.equal(false);
    expect(isAlike(here, { ...here, fonts: ['DejaVu Sans'] })).to.equal(false);
    expect(isAlike(here, { ...here, sample: 'ffff' })).to.equal(false);
  });

  it('are told apart by what each was made with', () => {
    expect(inWords(here)).to.equal(
      'Chromium 156.0.8078.79 and DejaVu Sans, P052, whose sample is a1b2c3d4',
    );
  });
});

describe('the files of looks', () => {
  it('keep the colours of a picture with few of them', () => {
    const before = word(20);
    const after = decodePng(encodePalettePng(before));
    expect(after.data.equals(before.data)).to.equal(true);
  });

  it('keep what is seen of a picture with many', () => {
    const colourful = picture((x, y) => [x * 2, y * 6, (x + y) % 256]);
    const file = encodePalettePng(colourful);
    // The length of the table of colours stands behind signature and header.
    expect(file.readUInt32BE(33) / 3).to.be.at.most(64);
    const after = decodePng(file);
    const furthest = Math.max(
      ...colourful.data.map((value, at) => Math.abs(value - (after.data[at] ?? 0))),
    );
    expect(furthest).to.be.at.most(48);
  });
});
