/** Ways to pay, and paying an invoice. */
import type { CallOptions, WriteOptions } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type {
  InvoicePayment,
  Operation,
  PaymentOption,
  PaymentOptionQuery,
  PaymentOptions,
  PaymentPurpose,
  Slot,
} from '../../billing/types.js';
import { conflict, paymentMethodRequired } from '../shared/refusals.js';
import { customerOf } from './account.js';
import * as answers from './answers.js';
import type { StripeInvoice } from './answers.js';
import { ACTION_REQUIRED } from './client.js';
import type { Stripe } from './client.js';
import { ownInvoice } from './invoices.js';
import { operationId } from './operation-ids.js';
import { cardExpiry, methodLabel } from './payment-methods.js';
import { heldIn } from './subscriptions.js';

/** The one way to pay that isn't saved: Stripe's own page. */
const HOSTED = 'hosted';
const MOST_METHODS = 500;

const isSlot = (purpose: PaymentPurpose): purpose is Slot =>
  purpose === 'plan' || purpose === 'support';

/** Whether a way to pay is a saved one, by the id that we gave it. */
export const isSaved = (id: string | undefined): id is string => id !== undefined && id !== HOSTED;

export async function paymentOptions(
  stripe: Stripe,
  { purpose }: PaymentOptionQuery,
  options: CallOptions | undefined,
): Promise<PaymentOptions> {
  const hosted: PaymentOption = {
    id: HOSTED,
    kind: 'hosted',
    label: stripe.options.names?.hostedPage ?? 'Stripe',
    default: false,
    autoTopUp: false,
  };
  const held = isSlot(purpose) ? await heldIn(stripe, purpose, options) : undefined;
  // Credits and a first subscription are bought at the checkout, which offers what is saved itself.
  if (purpose === 'top_up' || (isSlot(purpose) && !held)) {
    return { items: [{ ...hosted, default: true }] };
  }
  const [customer, methods] = await Promise.all([
    customerOf(stripe, options),
    stripe.all(
      answers.paymentMethod,
      ['customers', stripe.customer, 'payment_methods'],
      {},
      { most: MOST_METHODS, parameter: 'purpose' },
      options,
    ),
  ]);
  const preset = customer.invoice_settings?.default_payment_method?.id;
  const saved = methods.map((method): PaymentOption => {
    const expires = cardExpiry(method);
    return {
      id: method.id,
      kind: 'saved',
      method: method.type,
      label: methodLabel(method),
      ...(expires && { expires }),
      default: method.id === preset,
      autoTopUp: false,
    };
  });
  // A change of plan is charged to what is saved, and only where nothing is, paid at the page.
  return { items: held && saved.length > 0 ? saved : [...saved, hosted] };
}

export async function payInvoice(
  stripe: Stripe,
  invoiceId: string,
  { paymentOptionId, returnUrl }: InvoicePayment,
  options: WriteOptions,
): Promise<Operation> {
  const invoice = await ownInvoice(stripe, invoiceId, undefined);
  const id = operationId('pay', invoice.id);
  // The confirmation came again after its answer was lost.
  if (invoice.status === 'paid') return { id, status: 'completed' };
  if (invoice.status !== 'open') throw conflict();
  if (paymentOptionId === HOSTED) return atHostedPage(invoice);
  if (!isSaved(paymentOptionId) && !(await hasMethod(stripe, invoice))) {
    if (returnUrl === undefined) throw paymentMethodRequired();
    return atHostedPage(invoice);
  }
  try {
    const form = { payment_method: paymentOptionId };
    const path = ['invoices', invoice.id, 'pay'];
    const { status } = await stripe.post(answers.invoice, path, form, options);
    return { id, status: status === 'paid' ? 'completed' : 'pending' };
  } catch (thrown) {
    // The bank asks the person, which only a page can do.
    if (BillingError.from(thrown).code === ACTION_REQUIRED) return atHostedPage(invoice);
    throw thrown;
  }
}

async function hasMethod(stripe: Stripe, invoice: StripeInvoice): Promise<boolean> {
  if (invoice.default_payment_method !== undefined) return true;
  const customer = await customerOf(stripe, undefined);
  return (
    customer.invoice_settings?.default_payment_method !== undefined ||
    customer.default_source !== undefined
  );
}

function atHostedPage({ id, hosted_invoice_url: url }: StripeInvoice): Operation {
  if (url === undefined) throw paymentMethodRequired();
  return { id: operationId('pay', id), status: 'redirect', url };
}
