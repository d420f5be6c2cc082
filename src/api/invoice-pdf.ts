import type { InvoicePdf } from '../billing/types.js';
import { badResponse } from './answer.js';
import type { Answer } from './answer.js';
import { decode } from './decode.js';
import { pdfLink } from './answers/invoices.js';
import { contentTypeOf, jsonOf } from './json.js';

/** Where the end of a PDF has to say so, in bytes from behind. */
const TAIL = 1024;

/**
 * An invoice's file, or where or when it can be had.
 *
 * @throws {BillingError} `bad_response` for a file that is none, or that came only in part
 */
export function invoicePdfOf(answer: Answer, retryAfter: number | undefined): InvoicePdf {
  if (answer.status === 202) {
    return { kind: 'preparing', ...(retryAfter !== undefined && { retryAfter }) };
  }
  if (contentTypeOf(answer) !== 'application/pdf') {
    return { kind: 'link', ...decode('invoicePdf', pdfLink, jsonOf(answer)) };
  }
  // A body that was cut off is no error in every browser.
  if (!isWholePdf(answer.body)) throw badResponse('The file is no whole PDF.');
  return { kind: 'file', file: new Blob([answer.body], { type: 'application/pdf' }) };
}

function isWholePdf(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array): string => new TextDecoder('latin1').decode(part);
  return text(bytes.subarray(0, 5)) === '%PDF-' && text(bytes.subarray(-TAIL)).includes('%%EOF');
}
