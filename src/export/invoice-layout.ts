import type { jsPDF } from 'jspdf';

import type { InvoiceBrand, Logo } from './invoice-brand.js';
import type { DocumentLine, Fact, InvoiceDocument, Party, Sum } from './invoice-document.js';
import { directionOf, drawText, widthOf, wrapped } from './pdf-text.js';

/** In points. */
const margin = 56;
const lineHeight = 14;
const gap = 8;
const footHeight = 48;
/** Shares of the width: what the figures of a line have at least, and all of them together at most. */
const narrowest = { quantity: 0.14, unitPrice: 0.2, amount: 0.2 };
const widestFigures = 0.7;
const columnGap = 0.03;

const ink = 24;
const quiet = 100;
const rule = 215;

const sizes = { title: 22, text: 10, small: 8.5 };

const logoSize = { width: 160, height: 44 };

/** The brand, ready to be drawn. */
export interface BrandMarks extends Pick<InvoiceBrand, 'colour'> {
  readonly picture?: (Omit<Logo, 'png'> & { readonly bytes: Uint8Array }) | undefined;
}

/** Draws an invoice, page after page; from right to left where its language runs so. */
export function drawInvoice(doc: jsPDF, invoice: InvoiceDocument, brand: BrandMarks): void {
  const sheet = new Sheet(doc, invoice.direction === 'rtl');
  drawBrand(sheet, brand);
  drawHead(sheet, invoice);
  drawParties(sheet, invoice.parties);
  drawLines(sheet, invoice);
  drawSums(sheet, invoice.sums);
  if (invoice.notes !== undefined) {
    sheet.needs(2 * lineHeight);
    sheet.down(gap);
    sheet.paragraph(invoice.notes, 0, 1, { size: sizes.small, shade: quiet });
  }
  drawFeet(sheet, invoice);
}

interface Look {
  readonly size?: number;
  /** 0 black to 255 white. */
  readonly shade?: number;
  readonly align?: 'start' | 'end';
}

/** A page that is filled from its top; places along it are shares of its width from where reading starts. */
class Sheet {
  readonly doc: jsPDF;
  y = margin;
  /** Drawn anew at the top of each further page. */
  repeat: (() => void) | undefined;
  readonly #isRtl: boolean;

  constructor(doc: jsPDF, isRtl: boolean) {
    this.doc = doc;
    this.#isRtl = isRtl;
  }

  get width(): number {
    return this.doc.internal.pageSize.getWidth() - 2 * margin;
  }

  get bottom(): number {
    return this.doc.internal.pageSize.getHeight() - margin - footHeight;
  }

  down(points: number): void {
    this.y += points;
  }

  /** Goes to another page where there is not so much room left. */
  needs(points: number): void {
    if (this.y + points <= this.bottom) return;
    this.doc.addPage();
    this.y = margin;
    this.repeat?.();
  }

  /** One line of text, from `at` on or up to it. */
  write(text: string, at: number, { align = 'start', shade = ink, size = sizes.text }: Look = {}) {
    this.doc.setFontSize(size);
    this.doc.setTextColor(shade);
    const isLeft = (align === 'start') !== this.#isRtl;
    const x = this.#place(at);
    drawText(this.doc, text, {
      x,
      y: this.y,
      align: isLeft ? 'left' : 'right',
      isRtl: directionOf(text, this.#isRtl ? 'rtl' : 'ltr') === 'rtl',
    });
  }

  /** As many lines as a text takes between two places. */
  paragraph(text: string, from: number, to: number, look: Look = {}): void {
    for (const line of this.linesOf(text, to - from, look.size)) {
      this.needs(lineHeight);
      this.write(line, from, look);
      this.down(lineHeight);
    }
  }

  linesOf(text: string, share: number, size = sizes.text): string[] {
    this.doc.setFontSize(size);
    return wrapped(this.doc, text, this.width * share - gap);
  }

  line(): void {
    this.doc.setDrawColor(rule);
    this.doc.setLineWidth(0.5);
    this.doc.line(margin, this.y, margin + this.width, this.y);
  }

  /** A picture from where reading starts on, as large as there is room for it. */
  picture({ bytes, height, width }: NonNullable<BrandMarks['picture']>): void {
    const scale = Math.min(logoSize.width / width, logoSize.height / height);
    const wide = width * scale;
    const left = this.#isRtl ? margin + this.width - wide : margin;
    this.doc.addImage(bytes, 'PNG', left, this.y, wide, height * scale);
    this.down(height * scale);
  }

  /** A band of colour along the upper edge. */
  band([red, green, blue]: NonNullable<BrandMarks['colour']>): void {
    this.doc.setFillColor(red, green, blue);
    this.doc.rect(0, 0, this.doc.internal.pageSize.getWidth(), 6, 'F');
  }

  /** The width of a text, as a share of the page's. */
  shareOf(text: string, size = sizes.text): number {
    this.doc.setFontSize(size);
    return widthOf(this.doc, text) / this.width;
  }

  #place(at: number): number {
    const along = this.width * at;
    return this.#isRtl ? margin + this.width - along : margin + along;
  }
}

function drawBrand(sheet: Sheet, { colour, picture }: BrandMarks): void {
  if (colour) sheet.band(colour);
  if (!picture) return;
  sheet.picture(picture);
  sheet.down(2 * lineHeight);
}

function drawHead(sheet: Sheet, { copy, facts, title }: InvoiceDocument): void {
  sheet.down(sizes.title - lineHeight);
  sheet.write(title, 0, { size: sizes.title });
  sheet.write(copy, 1, { size: sizes.title, shade: quiet, align: 'end' });
  sheet.down(2 * lineHeight);
  drawFacts(sheet, facts);
  sheet.down(lineHeight);
}

function drawFacts(sheet: Sheet, facts: readonly Fact[]): void {
  const widest = Math.max(...facts.map(({ label }) => sheet.shareOf(label)));
  const from = Math.min(0.4, widest + 0.04);
  for (const { label, value } of facts) {
    const top = sheet.y;
    sheet.write(label, 0, { shade: quiet });
    sheet.y = top;
    sheet.paragraph(value, from, 1);
  }
}

/** Beside each other, each as high as it is. */
function drawParties(sheet: Sheet, parties: readonly Party[]): void {
  const top = sheet.y;
  let lowest = top;
  parties.forEach(({ label, lines }, index) => {
    const from = index / 2;
    sheet.y = top;
    sheet.write(label, from, { shade: quiet });
    sheet.down(lineHeight);
    for (const text of lines) sheet.paragraph(text, from, from + 0.5);
    lowest = Math.max(lowest, sheet.y);
  });
  sheet.y = lowest;
  sheet.down(lineHeight);
}

/** Where the columns end, and how large their figures are written. */
interface Columns {
  readonly item: number;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly size: number;
}

/** As wide as the widest figure of each; where all of them leave too little, smaller. */
function columnsFor(sheet: Sheet, { headings, lines }: InvoiceDocument): Columns {
  const [, ...names] = headings;
  const figures = (['quantity', 'unitPrice', 'amount'] as const).map((key, index) =>
    Math.max(
      narrowest[key],
      columnGap + sheet.shareOf(names[index] ?? '', sizes.small),
      ...lines.map((line) => columnGap + sheet.shareOf(line[key])),
    ),
  );
  const all = figures.reduce((sum, share) => sum + share, 0);
  const scale = Math.min(1, widestFigures / all);
  const [quantity = 0, unitPrice = 0] = figures.map((share) => share * scale);
  const item = 1 - all * scale;
  return {
    item,
    quantity: item + quantity,
    unitPrice: item + quantity + unitPrice,
    size: sizes.text * scale,
  };
}

function drawLines(sheet: Sheet, invoice: InvoiceDocument): void {
  const { headings, lines } = invoice;
  const columns = columnsFor(sheet, invoice);
  const drawHeadings = (): void => {
    const look = { size: Math.min(sizes.small, columns.size), shade: quiet };
    sheet.write(headings[0], 0, look);
    sheet.write(headings[1], columns.quantity, { ...look, align: 'end' });
    sheet.write(headings[2], columns.unitPrice, { ...look, align: 'end' });
    sheet.write(headings[3], 1, { ...look, align: 'end' });
    sheet.down(gap);
    sheet.line();
    sheet.down(lineHeight + 2);
  };
  sheet.needs(4 * lineHeight);
  drawHeadings();
  sheet.repeat = drawHeadings;
  for (const line of lines) drawLine(sheet, line, columns);
  sheet.repeat = undefined;
}

/** A line is never torn over two pages, unless it is longer than one. */
function drawLine(
  sheet: Sheet,
  { amount, description, period, quantity, unitPrice }: DocumentLine,
  columns: Columns,
): void {
  const { item, size } = columns;
  const texts = sheet.linesOf(description, item);
  sheet.needs((texts.length + (period === undefined ? 0 : 1)) * lineHeight + gap);
  sheet.write(quantity, columns.quantity, { align: 'end', size });
  sheet.write(unitPrice, columns.unitPrice, { align: 'end', size });
  sheet.write(amount, 1, { align: 'end', size });
  for (const text of texts) {
    sheet.needs(lineHeight);
    sheet.write(text, 0);
    sheet.down(lineHeight);
  }
  if (period !== undefined) sheet.paragraph(period, 0, item, { size: sizes.small, shade: quiet });
  sheet.down(gap - lineHeight);
  sheet.line();
  sheet.down(lineHeight + 2);
}

function drawSums(sheet: Sheet, sums: readonly Sum[]): void {
  sheet.down(gap);
  for (const { isTotal, label, value } of sums) {
    const size = isTotal ? 12 : sizes.text;
    const texts = sheet.linesOf(label, 0.3, size);
    sheet.needs(texts.length * lineHeight + gap);
    sheet.write(value, 1, { align: 'end', size });
    for (const text of texts) {
      sheet.write(text, 0.46, { size, shade: isTotal ? ink : quiet });
      sheet.down(lineHeight);
    }
    sheet.down(4);
  }
}

/** Once it is known how many pages there are. */
function drawFeet(sheet: Sheet, { copy, copyNote, page }: InvoiceDocument): void {
  const { doc } = sheet;
  const pages = doc.getNumberOfPages();
  for (let number = 1; number <= pages; number += 1) {
    doc.setPage(number);
    sheet.y = doc.internal.pageSize.getHeight() - margin;
    const look = { size: sizes.small, shade: quiet };
    sheet.write(`${copy} · ${copyNote}`, 0, look);
    sheet.write(page(number, pages), 1, { ...look, align: 'end' });
  }
}
