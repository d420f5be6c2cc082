/** What is ordered from the server once a person has agreed. */
import type { BillingApi, WriteOptions } from '../../api/billing-api.js';
import { money } from '../../api/answers/parts.js';
import { bool, decimal, fields, token } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import type {
  AutoTopUpRequest,
  ChangeOrder,
  InvoicePayment,
  Operation,
  PaymentOption,
  PaymentPurpose,
  TopUpRequest,
  When,
} from '../../billing/types.js';
import type { Review } from './review.js';

export type Order =
  | { readonly purpose: 'plan' | 'support'; readonly body: ChangeOrder }
  | { readonly purpose: 'top_up'; readonly balanceId: string; readonly body: TopUpRequest }
  | { readonly purpose: 'invoice'; readonly invoiceId: string; readonly body: InvoicePayment };

export function send(client: BillingApi, order: Order, options: WriteOptions): Promise<Operation> {
  switch (order.purpose) {
    case 'top_up':
      return client.topUp(order.balanceId, order.body, options);
    case 'invoice':
      return client.payInvoice(order.invoiceId, order.body, options);
    default:
      return client.changePlan(order.purpose, order.body, options);
  }
}

const when: Read<When> = (value) => (value === 'now' || value === 'period_end' ? value : undefined);

const payment = { paymentOptionId: token, returnUrl: token };

const changeOrder = fields(
  { planId: token, when },
  {},
  { previewId: token, ...payment },
) satisfies Read<ChangeOrder>;

const autoTopUpRequest = fields(
  { enabled: bool },
  {},
  { threshold: decimal, amount: money },
) satisfies Read<AutoTopUpRequest>;

const topUpRequest = fields(
  {},
  {},
  { optionId: token, amount: money, autoTopUp: autoTopUpRequest, ...payment },
) satisfies Read<TopUpRequest>;

const invoicePayment = fields({}, {}, payment) satisfies Read<InvoicePayment>;

const orders: Record<PaymentPurpose, Read<Order>> = {
  plan: fields({ purpose: only('plan'), body: changeOrder }),
  support: fields({ purpose: only('support'), body: changeOrder }),
  top_up: fields({ purpose: only('top_up'), balanceId: token, body: topUpRequest }),
  invoice: fields({ purpose: only('invoice'), invoiceId: token, body: invoicePayment }),
};

function only<Word extends string>(word: Word): Read<Word> {
  return (value) => (value === word ? word : undefined);
}

/** The order that follows from a review, once a way to pay is chosen. */
export function orderOf(
  review: Review,
  way: PaymentOption | undefined,
  returnUrl: string | undefined,
): Order {
  const paid = {
    ...(way && { paymentOptionId: way.id }),
    ...(returnUrl !== undefined && { returnUrl }),
  };
  switch (review.kind) {
    case 'plan': {
      const { plan, preview, slot: purpose, when } = review;
      const previewId = preview?.previewId;
      const seen = previewId === undefined ? {} : { previewId };
      return { purpose, body: { planId: plan.id, when, ...seen, ...paid } };
    }
    case 'top_up': {
      const { autoTopUp, balance, topUp } = review;
      const body = { ...topUp.request, ...(autoTopUp && { autoTopUp }), ...paid };
      return { purpose: 'top_up', balanceId: balance.id, body };
    }
    case 'invoice':
      return { purpose: 'invoice', invoiceId: review.invoice.id, body: paid };
  }
}

/**
 * An order as this or another tab has kept it; `undefined` for what is none. It is the same to the
 * letter as when it was sent first, for a server takes a key for one content only.
 */
export function keptOrder(purpose: PaymentPurpose, value: unknown): Order | undefined {
  return orders[purpose](value, { path: [], aside: [], wrong: '' });
}
