import type { jsPDF } from 'jspdf';

import { canDraw } from './pdf-text.js';

interface Font {
  readonly name: string;
  readonly load: () => Promise<{ readonly font: string }>;
}

/** In the order in which they are tried. As modules: a strict policy would block fetching them. */
const fonts: readonly Font[] = [
  { name: 'european', load: () => import('./fonts/european.font.js') },
  { name: 'semitic', load: () => import('./fonts/semitic.font.js') },
];

/**
 * Takes the first font that draws every one of the texts.
 * @returns whether there is one; else the texts belong on paper by other means
 */
export async function chooseFont(doc: jsPDF, texts: readonly string[]): Promise<boolean> {
  for (const { load, name } of fonts) {
    const { font } = await load();
    doc.addFileToVFS(`${name}.ttf`, font);
    doc.addFont(`${name}.ttf`, name, 'normal');
    doc.setFont(name, 'normal');
    if (texts.every((text) => canDraw(doc, text))) return true;
  }
  return false;
}
