/**
 * The script tag: defines every element, and exports what `index.ts` does. On a page that has them
 * all, from the host's own bundle or from an earlier tag, no element and no second Lit is loaded,
 * which a policy of Trusted Types may not let in.
 */
const tags = [
  'billing-provider',
  'billing-checkout',
  'billing-console',
  'invoice-list',
  'plan-usage',
  'support-plan',
  'usage-chart',
];
const isThere = tags.every((tag) => customElements.get(tag));

// Side by side. Where one of them cannot be had, this module fails, and the page keeps what stands
// inside the tags.
const [api] = await Promise.all([import('./api.js'), isThere ? undefined : import('../all.js')]);
if (isThere) tags.forEach(api.isTaken);

export const {
  BillingError,
  BillingErrorEvent,
  chartPairs,
  colourPairs,
  configureBilling,
  contrastOf,
  contrastReport,
  createHttpClient,
  luminanceOf,
  registerLanguage,
  SignInRequestEvent,
} = api;
