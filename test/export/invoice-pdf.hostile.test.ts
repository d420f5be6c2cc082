import { execFileSync } from 'node:child_process';

import { expect } from 'chai';

import type { InvoiceDetail } from '../../src/billing/types.js';
import { documentOf } from '../../src/elements/invoice-list/invoice-copy.js';
import { invoicePdf } from '../../src/export/invoice-pdf.js';
import { hostile } from '../e2e/hostile/hostile-answers.js';
import { payloads } from '../e2e/hostile/payloads.js';
import { detailOf } from '../support/invoices.js';
import { invoiceSpeech } from '../support/speech.js';
import { contentOf } from '../support/pdf-content.js';

const schema = { $ref: '#/components/schemas/InvoiceDetail' };
const invoice = detailOf('USD', { notes: 'Notes', description: 'Description' });

/** As one word: where a line ends is up to the page. */
const joined = (text: string): string => text.replaceAll(/\s/gu, '');

describe('The copy of an invoice whose every text is hostile', () => {
  for (const payload of payloads.filter((one) => /^[\x20-\x7e]+$/u.test(one))) {
    it(`says ${JSON.stringify(payload)}, and does nothing`, async () => {
      const made = hostile(invoice, schema, { payload, isBare: true }) as InvoiceDetail;
      const locale = invoiceSpeech('en');
      const copy = await invoicePdf(documentOf(made, { locale, timeZone: 'UTC' }));
      if (!copy) throw new Error('It could not be drawn.');
      const input = new Uint8Array(await copy.arrayBuffer());
      const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
      expect(joined(text).split(joined(payload)).length, 'how often it is said').to.be.above(4);
      const { text: structure } = await contentOf(input);
      expect(structure).not.to.match(
        /\/(?:JS|JavaScript|URI|Launch|SubmitForm|EmbeddedFile|AA)\b/u,
      );
    });
  }
});
