/** The payment page on a page of its own: what is bought stands in the address, as a host would put it. */
import '../../src/elements/billing-checkout/billing-checkout.js';

const attributes = ['purpose', 'plan-id', 'balance-id', 'invoice-id', 'amount', 'operation-id'];
const asked = new URLSearchParams(location.search);
const checkout = document.querySelector('billing-checkout');

for (const attribute of attributes) {
  const value = asked.get(attribute);
  if (value !== null) checkout?.setAttribute(attribute, value);
}
checkout?.setAttribute('api-base', `/api/billing/accounts/${asked.get('account') ?? 'standard'}`);
