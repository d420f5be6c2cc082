import { BillingError } from 'billing-elements/server.js';

const invalid = (status, issue) =>
  new BillingError('invalid_request', {
    status,
    problem: { type: 'about:blank', status, code: 'invalid_request', errors: [issue] },
  });

export const badParameter = (parameter, detail) => invalid(400, { parameter, detail });
export const badField = (pointer, detail) => invalid(422, { pointer, detail });
export const notFound = () => new BillingError('not_found', { status: 404 });
export const conflict = () => new BillingError('conflict', { status: 409 });

/** How something went whose payment the provider declined. */
export const declined = {
  status: 'failed',
  problem: { type: 'about:blank', status: 402, code: 'payment_failed' },
};
