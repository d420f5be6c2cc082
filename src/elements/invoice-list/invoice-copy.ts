/** Fetched when an invoice is first to be drawn here, for lack of a file. */
import type { BillingApi } from '../../api/billing-api.js';
import type { Invoice, InvoiceDetail } from '../../billing/types.js';
import { loadLogo } from '../../export/invoice-brand.js';
import type { InvoiceBrand } from '../../export/invoice-brand.js';
import { invoiceDocument } from '../../export/invoice-document.js';
import type { InvoiceDocument } from '../../export/invoice-document.js';
import { invoicePdf } from '../../export/invoice-pdf.js';
import { printDocument } from '../../export/print-view.js';
import { invoiceDocumentTexts } from '../../i18n/en-invoice-document.js';
import { withTexts } from '../../i18n/with-texts.js';
import { connectionOf } from '../../state/connection.js';
import { periodOf } from '../../ui/plans/plan-words.js';
import { computedColours, rgbOf } from '../../ui/rgb.js';
import type { InvoiceLocale } from './invoice-locale.js';
import type { InvoiceHost } from './invoice-pages.js';
import { sumsOf } from './sums.js';

export interface CopyRequest {
  readonly host: InvoiceHost;
  readonly client: BillingApi;
  readonly invoice: Invoice;
  readonly locale: InvoiceLocale;
  readonly signal: AbortSignal;
}

/**
 * Asks for the lines of an invoice, and draws them.
 * @returns a PDF; `undefined` where no font at hand draws all that is on it
 */
export async function makeCopy(request: CopyRequest): Promise<Blob | undefined> {
  const [document, brand] = await askFor(request);
  return invoicePdf(document, brand);
}

/** Asks for the lines of an invoice, and prints them as a document of its own. */
export async function printCopy(request: CopyRequest): Promise<void> {
  const [document, brand] = await askFor(request);
  request.signal.throwIfAborted();
  await printDocument(document, brand);
}

async function askFor({
  client,
  host,
  invoice,
  locale,
  signal,
}: CopyRequest): Promise<[InvoiceDocument, InvoiceBrand]> {
  const [detail, account, logo] = await Promise.all([
    client.invoice(invoice.id, { signal }),
    client.account({ signal }),
    host.logo === null ? undefined : loadLogo(host.logo),
  ]);
  const timeZone = connectionOf(host).settings.timeZone ?? account.timeZone;
  return [documentOf(detail, { locale, timeZone }), { logo, colour: brandColour(host) }];
}

/** The accent of the page, where it has set one, as it is on a light ground: paper is light. */
function brandColour(host: InvoiceHost): InvoiceBrand['colour'] {
  const { renderRoot } = host;
  const probe = document.createElement('span');
  renderRoot.append(probe);
  const isSet = getComputedStyle(probe).getPropertyValue('--billing-accent') !== '';
  probe.style.setProperty('color-scheme', 'light');
  const [colour = ''] = computedColours(probe, ['var(--_accent-fill)']);
  probe.remove();
  return isSet ? rgbOf(colour) : undefined;
}

export interface CopySettings {
  readonly locale: InvoiceLocale;
  readonly timeZone: string;
}

/** An invoice in words, by the elements' own rules for money and dates. */
export function documentOf(
  invoice: InvoiceDetail,
  { locale, timeZone }: CopySettings,
): InvoiceDocument {
  return invoiceDocument(invoice, {
    locale: withTexts(locale, invoiceDocumentTexts),
    period: ({ period }) => period && periodOf(period, timeZone, locale),
    sums: sumsOf(invoice, locale).map(({ amount, isTotal = false, label }) => ({
      label,
      value: locale.money(amount),
      isTotal,
    })),
  });
}
