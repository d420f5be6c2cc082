import type { CallOptions } from '../../api/billing-api.js';
import { fields } from '../../api/read.js';
import type { Operation, PaymentSessionRequest } from '../../billing/types.js';
import { sealed } from '../shared/opaque.js';
import { link, readAnswer } from '../shared/read.js';
import { notSupported, unreadable } from '../shared/refusals.js';
import type { OpenMeterContext } from './context.js';

/** Ids of visits to a page; nothing tells how such a visit went. */
export const VISIT = 'om-page';

const session = fields({}, { url: link });

/** A page of OpenMeter's Stripe app: to give a way to pay, or Stripe's own portal. */
export async function createPaymentSession(
  context: OpenMeterContext,
  { purpose, returnUrl }: PaymentSessionRequest,
  call?: CallOptions,
): Promise<Operation> {
  const { client, options } = context;
  if (!options.hasStripe) throw notSupported('createPaymentSession');
  const answer =
    purpose === 'portal'
      ? await client({
          method: 'POST',
          path: ['api', 'v1', 'customers', options.customer, 'stripe', 'portal'],
          json: { ...(returnUrl !== undefined && { returnUrl }) },
          options: call,
        })
      : await client({
          method: 'POST',
          path: ['api', 'v1', 'stripe', 'checkout', 'sessions'],
          json: {
            customer: { id: await context.customerId(call) },
            options: returnUrl === undefined ? {} : { successURL: returnUrl, cancelURL: returnUrl },
          },
          options: call,
        });
  const { url } = readAnswer(session, answer, 'The page');
  if (url === undefined) throw unreadable('The page has no address.');
  return { id: sealed(VISIT, [purpose]), status: 'redirect', url };
}
