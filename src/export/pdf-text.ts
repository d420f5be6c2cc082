import bidiFactory from 'bidi-js';
import type { jsPDF } from 'jspdf';

const bidi = bidiFactory();

/** Isolates and embeddings: jsPDF knows none of them, and would draw them. */
const embeddings = /[\u2066-\u2069\u202A-\u202E]/g;
const arabicLetterMark = /\u061C/g;

/**
 * A text as jsPDF can order it. The marks U+200E and U+200F stay, for they hold a minus at its
 * number; the Arabic letter mark has none of its own there, and becomes the right-to-left one.
 */
export function clean(text: string): string {
  return text.normalize('NFC').replace(arabicLetterMark, '\u200F').replace(embeddings, '');
}

/** Marks that are never drawn, only obeyed. */
const invisible = /[\u200E\u200F\u200B-\u200D]/;
/**
 * What a font may hold the signs of, and jsPDF yet draws wrong, as it shapes no script but Arabic:
 * Indic scripts, Thai and their neighbours; beyond the basic plane it draws nothing.
 */
const unshaped = /[\u0900-\u109F\u1780-\u17FF\u{10000}-\u{10FFFF}]/u;

interface GlyphSource {
  /** The number of a character's glyph; 0 where the font has none. */
  readonly characterToGlyph: (codePoint: number) => number;
}

/** Whether the present font draws every character of a text; a missing one would be left out without a word. */
export function canDraw(doc: jsPDF, text: string): boolean {
  const shaped = doc.processArabic(clean(text));
  if (unshaped.test(shaped)) return false;
  const glyphs = glyphsOf(doc);
  return [...shaped].every(
    (character) =>
      invisible.test(character) ||
      (glyphs?.characterToGlyph(character.codePointAt(0) ?? 0) ?? 0) > 0,
  );
}

function glyphsOf(doc: jsPDF): GlyphSource | undefined {
  const metadata: unknown = doc.getFont().metadata;
  return isGlyphSource(metadata) ? metadata : undefined;
}

function isGlyphSource(value: unknown): value is GlyphSource {
  return (
    typeof value === 'object' &&
    value !== null &&
    'characterToGlyph' in value &&
    typeof value.characterToGlyph === 'function'
  );
}

const firstStrong = /[\p{L}\u200E\u200F]/u;
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\u200F]/u;

/**
 * Which way a text runs: by its first letter or mark (UAX #9, rules P2 and P3), as in a `<bdi>`;
 * where it has none, as what is around it.
 */
export function directionOf(text: string, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const strong = firstStrong.exec(clean(text))?.[0];
  if (strong === undefined) return around;
  return rightToLeft.test(strong) ? 'rtl' : 'ltr';
}

/** Lets a document draw text by `drawText`: jsPDF would shape a second time what is in its order already. */
export function leaveTextAsIs({ internal: { events } }: jsPDF): void {
  for (const token of Object.keys(events.getTopics()['preProcessText'] ?? {})) {
    events.unsubscribe(token);
  }
}

export interface TextPlace {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly align: 'left' | 'right' | 'center';
  /** Whether the paragraph runs from right to left. */
  readonly isRtl: boolean;
}

/**
 * Draws one line of text. Nothing else draws any: by default jsPDF turns amounts round
 * (https://github.com/parallax/jsPDF/issues/3171), and with any options brackets after right-to-left
 * words. So the order of UAX #9 is made here, and jsPDF is told to leave it:
 * see `leaveTextAsIs`.
 */
export function drawText(doc: jsPDF, text: string, { align, isRtl, x, y }: TextPlace): void {
  doc.text(visualOrder(doc.processArabic(clean(text)), isRtl), x, y, {
    align,
    isInputVisual: true,
    isInputRtl: false,
    isOutputVisual: true,
    isOutputRtl: false,
    isSymmetricSwapping: false,
  });
}

/** As it stands on paper from left to right. Arabic must have its forms by then, for they hang on the neighbours. */
function visualOrder(text: string, isRtl: boolean): string {
  const levels = bidi.getEmbeddingLevels(text, isRtl ? 'rtl' : 'ltr');
  return bidi.getReorderedString(text, levels);
}

/** How wide a line of text is drawn. */
export function widthOf(doc: jsPDF, text: string): number {
  return doc.getTextWidth(doc.processArabic(clean(text)));
}

/** A text in lines that are no wider than that; a word that is wider is broken where it must be. */
export function wrapped(doc: jsPDF, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((whole) => fitting(doc, whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(doc, longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function fitting(doc: jsPDF, word: string, width: number): string[] {
  if (widthOf(doc, word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(doc, piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
