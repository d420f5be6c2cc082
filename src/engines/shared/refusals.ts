/** How an engine says no. */
import { BillingError } from '../../api/billing-error.js';
import type { Problem } from '../../billing/types.js';

export { notSupported } from '../../api/whole-port.js';

type Issue = NonNullable<Problem['errors']>[number];

function invalid(issue: Issue): BillingError {
  const [status, code] = [422, 'invalid_request'];
  const problem: Problem = { type: 'about:blank', status, code, errors: [issue] };
  return new BillingError(code, { status, problem });
}

/** A parameter of a question that means nothing here, or asks for more than is answered at once. */
export const badParameter = (parameter: string, detail: string): BillingError =>
  invalid({ parameter, detail });

/** A field of an order that breaks a rule; `pointer` is a JSON pointer. */
export const badField = (pointer: string, detail: string): BillingError =>
  invalid({ pointer, detail });

export const notFound = (): BillingError => new BillingError('not_found', { status: 404 });
export const conflict = (): BillingError => new BillingError('conflict', { status: 409 });
export const previewExpired = (): BillingError =>
  new BillingError('preview_expired', { status: 409 });
export const paymentMethodRequired = (): BillingError =>
  new BillingError('payment_method_required', { status: 402 });

/** An answer that an account's billing can't be read from. The reason never quotes values. */
export const unreadable = (reason: string): BillingError =>
  new BillingError('upstream_unavailable', {
    status: 502,
    retryable: true,
    cause: new Error(reason),
  });
