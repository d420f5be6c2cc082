import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Invoice } from '../../billing/types.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** The next invoice as it stands, where the server tells of one. */
export function upcomingCard(
  invoice: Invoice | null | undefined,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!invoice) return nothing;
  const { messages } = locale;
  const { date, description, kind, total } = invoice;
  const what = description ?? (kind === undefined ? '' : (messages.invoiceKinds[kind] ?? kind));
  return html`<section part="upcoming card" class="card upcoming" aria-labelledby="upcoming">
    <div>
      <h3 id="upcoming" part="subheading">${messages.upcomingInvoice}</h3>
      <p><bdi>${what}</bdi></p>
    </div>
    <div class="upcoming-sum">
      <p part="number" class="upcoming-total"><bdi>${locale.money(total)}</bdi></p>
      <p class="muted"><bdi>${messages.upcomingOn(locale.date(date, 'long'))}</bdi></p>
    </div>
  </section>`;
}
