import type { jsPDF } from 'jspdf';

import type { InvoiceBrand } from './invoice-brand.js';
import type { InvoiceDocument } from './invoice-document.js';
import { drawInvoice } from './invoice-layout.js';
import { chooseFont } from './pdf-fonts.js';
import { leaveTextAsIs } from './pdf-text.js';

/** Every text of a document, for the choice of a font. */
function textsOf(invoice: InvoiceDocument): readonly string[] {
  const { caption, copy, copyNote, facts, headings, lines, notes, page, parties, sums, title } =
    invoice;
  return [
    title,
    copy,
    copyNote,
    caption,
    page(1, 1),
    ...facts.flatMap(({ label, value }) => [label, value]),
    ...parties.flatMap(({ label, lines: texts }) => [label, ...texts]),
    ...headings,
    ...lines.flatMap(({ amount, description, period = '', quantity, unitPrice }) => [
      description,
      period,
      quantity,
      unitPrice,
      amount,
    ]),
    ...sums.flatMap(({ label, value }) => [label, value]),
    notes ?? '',
  ].map((text) => text.replaceAll(/\s+/gu, ' '));
}

/**
 * The file without the name of what drew it, which is no part of anybody's invoice. Blanks take its
 * place, for a PDF counts its bytes.
 */
function unsigned(file: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(file);
  // One character a byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes);
  const start = text.lastIndexOf('/Producer (');
  if (start >= 0) bytes.fill(0x20, start, text.indexOf(')', start) + 1);
  return file;
}

/**
 * A copy of an invoice as a PDF; `undefined` where no font at hand draws all that is on it.
 *
 * Rejects where a module cannot be loaded.
 */
export async function invoicePdf(
  invoice: InvoiceDocument,
  { colour, logo }: InvoiceBrand = {},
): Promise<Blob | undefined> {
  const { jsPDF } = await import('./jspdf.vendor.js');
  const doc: jsPDF = new jsPDF({
    unit: 'pt',
    format: 'a4',
    compress: true,
    putOnlyUsedFonts: true,
  });
  leaveTextAsIs(doc);
  if (!(await chooseFont(doc, textsOf(invoice)))) return undefined;
  const [{ value: number } = { value: '' }] = invoice.facts;
  doc.setProperties({ title: `${invoice.title} ${number}`, subject: invoice.copyNote });
  const picture = logo && { ...logo, bytes: new Uint8Array(await logo.png.arrayBuffer()) };
  drawInvoice(doc, invoice, { colour, picture });
  return new Blob([unsigned(doc.output('arraybuffer'))], { type: 'application/pdf' });
}
