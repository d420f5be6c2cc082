import { badField } from './refusals.js';

/** Plans and invoices are paid at once, so by the saved card alone; credits may come later. */
export function waysToPay({ card }, { page }, purpose) {
  const mayWait = purpose === 'top_up';
  return [
    ...(card ? [{ id: 'card', kind: 'saved', label: card, default: true, autoTopUp: true }] : []),
    ...(mayWait && page
      ? [{ id: 'paypal', kind: 'hosted', method: 'paypal', label: 'PayPal' }]
      : []),
    ...(mayWait ? [{ id: 'wire', kind: 'transfer', method: 'wire', label: 'Wire transfer' }] : []),
  ];
}

/** The way that an order names; the saved card where it names none. */
export function chosenWay(account, payments, purpose, id = 'card') {
  const way = waysToPay(account, payments, purpose).find((one) => one.id === id);
  if (!way) throw badField('/paymentOptionId', 'Is no way to pay.');
  return way;
}
