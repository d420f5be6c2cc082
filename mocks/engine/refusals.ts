/** How the memory engine says no. */
import { BillingError } from '../../src/api/billing-error.js';
import type { Problem } from '../../src/billing/types.js';

type Issue = NonNullable<Problem['errors']>[number];

function refused(code: string, status: number, issue?: Issue): BillingError {
  return new BillingError(code, {
    status,
    ...(issue && { problem: { type: 'about:blank', status, code, errors: [issue] } }),
  });
}

/** A parameter of a question that means nothing here. */
export const badParameter = (parameter: string, detail: string, status = 400): BillingError =>
  refused('invalid_request', status, { parameter, detail });

/** A field of an order that breaks a rule. */
export const badField = (pointer: string, detail: string): BillingError =>
  refused('invalid_request', 422, { pointer, detail });

export const notFound = (): BillingError => refused('not_found', 404);
export const notSupported = (): BillingError => refused('not_supported', 501);
export const forbidden = (): BillingError => refused('forbidden', 403);
export const conflict = (): BillingError => refused('conflict', 409);
export const previewExpired = (): BillingError => refused('preview_expired', 409);
export const paymentMethodRequired = (): BillingError => refused('payment_method_required', 402);
