import type { InvoiceDetail } from '../../src/billing/types.js';

/** A small but complete PDF of an invoice, as the mock's "server file". */
export function invoicePdf(invoice: InvoiceDetail): Blob {
  const lines = [
    `Invoice ${invoice.number ?? ''}`,
    `Date ${invoice.date}`,
    '',
    ...invoice.lines.map(({ description, amount }) => `${description}  ${amount.amount}`),
    ...(invoice.taxes ?? []).map(({ name, amount }) => `${name}  ${amount.amount}`),
    '',
    `Total ${invoice.total.amount} ${invoice.total.currency}`,
    'A made-up invoice of a made-up company.',
  ];
  return new Blob([pdfOf(lines)], { type: 'application/pdf' });
}

/** One page of lines. Plain ASCII throughout, so that a character is a byte and offsets are right. */
function pdfOf(lines: readonly string[]): string {
  const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  const content = `BT /F1 12 Tf 56 780 Td 18 TL\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R ' +
      '/Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

const escaped = (line: string): string =>
  line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
