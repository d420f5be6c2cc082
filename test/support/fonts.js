/**
 * The fonts of invoices, as modules: cut from pinned packages to the scripts that they are kept for.
 *
 *     node test/support/fonts.js            writes src/export/fonts/*.font.ts
 *     node test/support/fonts.js --check    fails where what is there is not what comes out
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const target = new URL('../../src/export/fonts/', import.meta.url);

/** Every character of some ranges; both ends are included. */
const ranges = (...pairs) =>
  pairs
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    )
    .join('');

const european = ranges(
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x2ff],
  [0x300, 0x30c],
  [0x327, 0x328],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x200f],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2212, 0x2212],
);
const semitic = ranges([0x590, 0x5ff], [0x600, 0x6ff], [0xfb1d, 0xfdff], [0xfe70, 0xfeff]);

const fonts = [
  {
    name: 'european',
    what: 'Noto Sans (SIL Open Font License 1.1), cut to Latin, Greek, Cyrillic and currencies.',
    file: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    text: european,
  },
  {
    name: 'semitic',
    what: 'DejaVu Sans (Bitstream Vera and Arev licences), cut to Latin, Greek, Cyrillic, Hebrew, Arabic and currencies.',
    file: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    text: european + semitic,
  },
];

const isCheck = process.argv.includes('--check');

for (const { file, name, text, what } of fonts) {
  const source = readFileSync(require.resolve(file));
  const cut = await subsetFont(source, text, { targetFormat: 'sfnt' });
  const module = `/** ${what} Written by test/support/fonts.js. */\nexport const font =\n  '${cut.toString('base64')}';\n`;
  const path = new URL(`${name}.font.ts`, target);
  if (!isCheck) {
    writeFileSync(path, module);
    console.log(`${name}: ${cut.length} bytes`);
  } else if (readFileSync(path, 'utf8') !== module) {
    console.error(`src/export/fonts/${name}.font.ts is not what comes out of its package.`);
    process.exitCode = 1;
  }
}
