/** Where a person comes back from a provider's page to this one, the purchase is taken up where it was left. */
import type { Account, AutoTopUpRequest } from '../../billing/types.js';
import { bool, decimal, fields, text } from '../../api/read.js';
import { paymentReturn } from '../../state/payment-return.js';
import type { CheckoutOrder } from './checkout-step.js';

/** Operations that some element of this page tells of already. */
const told = new Set<string>();

export interface Returning {
  readonly order: CheckoutOrder;
  /** Lets another element tell of it. */
  readonly release: () => void;
}

/** The purchase of this account that a person comes back from; `undefined` where somebody else tells of it. */
export function returning(account: Account, apiBase: string | undefined): Returning | undefined {
  const found = paymentReturn();
  // A payment page of the page's own is where the person was meant to come back to.
  if (!found || told.has(found.operationId) || document.querySelector('billing-checkout')) {
    return undefined;
  }
  const order = orderOf(found.subject, account, apiBase);
  if (!order) return undefined;
  told.add(found.operationId);
  return { order, release: () => told.delete(found.operationId) };
}

/** The subject of a confirmation: whose it is, and what was bought. */
function orderOf(
  subject: string,
  account: Account,
  apiBase: string | undefined,
): CheckoutOrder | undefined {
  const base = apiBase === undefined ? 'client' : new URL(apiBase, document.baseURI).href;
  const [ofBase, ofAccount, purpose, id, amount, auto] = texts(subject);
  if (ofBase !== base || ofAccount !== account.id || id === undefined) return undefined;
  if (purpose === 'plan') return { purpose, planId: id };
  if (purpose !== 'top_up') return undefined;
  return { purpose, balanceId: id, amount, autoTopUp: autoTopUpOf(auto) };
}

const readAutoTopUp = fields(
  { enabled: bool },
  {},
  { threshold: decimal, amount: fields({ amount: decimal, currency: text }) },
);

function autoTopUpOf(json: string | undefined): AutoTopUpRequest | undefined {
  return readAutoTopUp(parsed(json ?? 'null'), { path: [], aside: [], wrong: '' });
}

function texts(json: string): readonly (string | undefined)[] {
  const list = parsed(json);
  return Array.isArray(list)
    ? list.map((item) => (typeof item === 'string' ? item : undefined))
    : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
