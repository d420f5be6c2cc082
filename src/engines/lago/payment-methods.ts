import type { CallOptions } from '../../api/billing-api.js';
import { bool, fields, text, token } from '../../api/read.js';
import type {
  Operation,
  PaymentOption,
  PaymentOptionQuery,
  PaymentOptions,
  PaymentSessionRequest,
} from '../../billing/types.js';
import { sealed } from '../shared/opaque.js';
import { link, readAnswer } from '../shared/read.js';
import { badField, notSupported } from '../shared/refusals.js';
import { allOf } from './context.js';
import type { LagoContext } from './context.js';

/** The payment provider's page. Saved ways have ids of Lago's making, which are none like this. */
const HOSTED = 'hosted';
/** Ids of visits to a page; nothing tells how such a visit went. */
export const VISIT = 'lago-page';

const method = fields(
  { lago_id: token, payment_provider_type: text },
  { is_default: bool, payment_provider_name: text },
);

const savedMethods = ({ options, ...context }: LagoContext, call?: CallOptions) =>
  allOf(
    { ...context, options },
    method,
    { path: ['customers', options.customer, 'payment_methods'], key: 'payment_methods' },
    call,
  );

/** Saved ways to pay, and the provider's page where something is bought or owed. */
export async function listPaymentOptions(
  context: LagoContext,
  { purpose }: PaymentOptionQuery,
  call?: CallOptions,
): Promise<PaymentOptions> {
  const saved = await savedMethods(context, call);
  const items = saved.map((one): PaymentOption => {
    const { lago_id: id, is_default: isDefault = false, payment_provider_type: type } = one;
    return {
      id,
      kind: 'saved',
      label: one.payment_provider_name ?? type,
      default: isDefault,
      autoTopUp: true,
    };
  });
  const label = context.options.names?.hostedPage ?? 'Payment page';
  const hosted: PaymentOption = {
    id: HOSTED,
    kind: 'hosted',
    label,
    default: false,
    autoTopUp: true,
  };
  const hasPage = purpose === 'top_up' || purpose === 'invoice';
  return { items: hasPage ? [...items, hosted] : items };
}

/** How Lago names a saved way to pay; `undefined` for the provider's page. */
export async function paymentReference(
  context: LagoContext,
  optionId: string | undefined,
  call?: CallOptions,
): Promise<{ payment_method_type: 'provider'; payment_method_id: string } | undefined> {
  if (optionId === undefined || optionId === HOSTED) return undefined;
  const saved = await savedMethods(context, call);
  if (!saved.some(({ lago_id: id }) => id === optionId)) {
    throw badField('/paymentOptionId', 'Is not a way to pay of this account.');
  }
  return { payment_method_type: 'provider', payment_method_id: optionId };
}

const checkout = fields({ customer: fields({ checkout_url: link }) });
const portal = fields({ customer: fields({ portal_url: link }) });

export async function createPaymentSession(
  { client, options }: LagoContext,
  { purpose }: PaymentSessionRequest,
  call?: CallOptions,
): Promise<Operation> {
  const path = ['customers', options.customer];
  const id = sealed(VISIT, [purpose]);
  if (purpose === 'portal') {
    if (!options.hasPortal) throw notSupported('createPaymentSession');
    const answer = await client({ path: [...path, 'portal_url'], options: call });
    const { portal_url: url } = readAnswer(portal, answer, 'The portal').customer;
    return { id, status: 'redirect', url };
  }
  const answer = await client({ method: 'POST', path: [...path, 'checkout_url'], options: call });
  const { checkout_url: url } = readAnswer(checkout, answer, 'The page').customer;
  return { id, status: 'redirect', url };
}
