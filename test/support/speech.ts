import { invoiceDocumentTexts } from '../../src/i18n/en-invoice-document.js';
import { invoiceListTexts } from '../../src/i18n/en-invoice-list.js';
import { planTexts } from '../../src/i18n/en-plans.js';
import { commonTexts } from '../../src/i18n/en.js';
import { formatsOf } from '../../src/i18n/formats.js';

/** English texts with the numbers and dates of a language, as the elements have them. */
export function invoiceSpeech(tag: string, direction: 'ltr' | 'rtl' = 'ltr') {
  const messages = {
    ...commonTexts,
    ...planTexts,
    ...invoiceListTexts,
    ...invoiceDocumentTexts,
  };
  return { tag, direction, messages, ...formatsOf(tag) };
}
