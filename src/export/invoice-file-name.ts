import { safeFileName } from './file-name.js';

/** Short enough that the ending is never cut off. */
const longestNumber = 100;

/** What the file of an invoice is called. */
export function invoiceFileName(number: string): string {
  return safeFileName(`invoice-${[...number].slice(0, longestNumber).join('')}.pdf`);
}
