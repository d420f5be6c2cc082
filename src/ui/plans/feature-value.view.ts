import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

import type { FeatureValue } from '../../billing/compare-plans.js';
import type { PlanLocale as Locale } from '../../i18n/locale.js';

const yes = svg`<path d="M3.5 8.5l3 3 6-7" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`;
const no = svg`<path d="M5 5l6 6M11 5l-6 6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`;

/** What a plan says of a feature; a sign is also said in words. */
export function featureValue(value: FeatureValue, { messages }: Locale): TemplateResult {
  switch (value) {
    case undefined:
      return spoken(html`—`, messages.notAvailable);
    case true:
      return spoken(icon(yes, 'yes'), messages.featureIncluded);
    case false:
      return spoken(icon(no, 'no'), messages.featureNotIncluded);
    default:
      return html`<bdi>${value}</bdi>`;
  }
}

function icon(path: TemplateResult<2>, kind: string) {
  return html`<svg part="icon" class=${kind} viewBox="0 0 16 16" width="16" height="16">
    ${path}
  </svg>`;
}

function spoken(sign: TemplateResult, text: string) {
  return html`<span aria-hidden="true">${sign}</span><span class="visually-hidden">${text}</span>`;
}
