/** Where a person comes back from a provider's page to this one, the purchase is taken up where it was left. */
import { bool, decimal, fields, text } from '../api/read.js';
import type { CheckoutOrder } from '../billing/checkout-order.js';
import { isPurpose } from '../billing/purchase.js';
import type { Account, AutoTopUpRequest, PaymentPurpose } from '../billing/types.js';
import { connectionOf } from './connection.js';
import type { BillingHost } from './connection.js';
import { forgetReturn, paymentReturn } from './payment-return.js';

/** Operations that some element of this page tells of already. */
const told = new Set<string>();

export interface ReturningConfig {
  /** What the element sells. */
  readonly purposes: readonly PaymentPurpose[];
  /** Takes a purchase up where it was left. Returns `false` where the element cannot tell of it. */
  readonly resume: (order: CheckoutOrder) => boolean;
}

/** Lets one element of the page tell a person who comes back how it went. */
export class Returning {
  readonly #host: BillingHost;
  readonly #config: ReturningConfig;
  /** The operation that is told of here. */
  #taken: string | undefined;

  constructor(host: BillingHost, config: ReturningConfig) {
    this.#host = host;
    this.#config = config;
    for (const ending of ['checkout-completed', 'checkout-failed']) {
      host.addEventListener(ending, () => {
        this.leave(true);
      });
    }
  }

  /** Takes up the purchase of this account that a person comes back from, unless somebody else has. */
  welcomeBack(account: Account): void {
    if (this.#taken !== undefined) return;
    const found = untold(this.#host, account);
    if (!found || !this.#config.purposes.includes(found.order.purpose)) return;
    if (!this.#config.resume(found.order)) return;
    told.add(found.operationId);
    this.#taken = found.operationId;
  }

  /** @param isSeen - The person knows how it went, or does not want to; else they are told once more. */
  leave(isSeen: boolean): void {
    if (this.#taken === undefined) return;
    told.delete(this.#taken);
    this.#taken = undefined;
    if (isSeen) forgetReturn();
  }
}

/** The purchase of this account that a person comes back from, as long as no element tells of it. */
export function pendingReturn(host: BillingHost, account: Account): CheckoutOrder | undefined {
  return untold(host, account)?.order;
}

function untold(host: BillingHost, account: Account) {
  const found = paymentReturn();
  // A payment page of the page's own is where the person was meant to come back to.
  if (!found || told.has(found.operationId) || document.querySelector('billing-checkout')) {
    return undefined;
  }
  const order = orderOf(found.subject, account, connectionOf(host).settings.apiBase);
  return order && { order, operationId: found.operationId };
}

/** The subject of a confirmation: whose it is, and what was bought. */
function orderOf(
  subject: string,
  account: Account,
  apiBase: string | undefined,
): CheckoutOrder | undefined {
  const base = apiBase === undefined ? 'client' : new URL(apiBase, document.baseURI).href;
  const [ofBase, ofAccount, purpose = null, id, amount, auto] = texts(subject);
  if (ofBase !== base || ofAccount !== account.id || id === undefined) return undefined;
  if (!isPurpose(purpose)) return undefined;
  switch (purpose) {
    case 'plan':
    case 'support':
      return { purpose, planId: id };
    case 'top_up':
      return { purpose, balanceId: id, amount, autoTopUp: autoTopUpOf(auto) };
    case 'invoice':
      return { purpose, invoiceId: id };
  }
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
