import { expect } from '@open-wc/testing';

import { BillingError } from '../../src/api/billing-error.js';
import { fateOf } from '../../src/state/fate.js';

describe('What became of an order that was not answered as it should be', () => {
  const fates = [
    ['network', 0, 'unknown', 'unknown'],
    ['timeout', 0, 'unknown', 'unknown'],
    ['bad_response', 200, 'unknown', 'unknown'],
    ['upstream_unavailable', 500, 'unknown', 'unknown'],
    ['upstream_unavailable', 503, 'unknown', 'unknown'],
    ['unauthenticated', 401, 'none', 'unknown'],
    ['rate_limited', 429, 'none', 'unknown'],
    ['conflict', 409, 'none', 'unknown'],
    ['preview_expired', 409, 'refused', 'refused'],
    ['payment_failed', 402, 'refused', 'refused'],
    ['payment_method_required', 402, 'refused', 'refused'],
    ['forbidden', 403, 'refused', 'refused'],
    ['invalid_request', 422, 'refused', 'refused'],
    ['not_supported', 404, 'refused', 'refused'],
    ['not_supported', 501, 'refused', 'refused'],
  ] as const;
  for (const [code, status, first, again] of fates) {
    it(`after ${code} (${status}) is ${first}, and ${again} where it was sent before`, () => {
      const error = new BillingError(code, { status });
      expect(fateOf(error, false)).to.equal(first);
      expect(fateOf(error, true)).to.equal(again);
    });
  }

  it('is unknown where the key went with another order', () => {
    const errors = [{ parameter: 'Idempotency-Key', detail: 'Was used for another request.' }];
    const problem = { type: 'about:blank', status: 422, code: 'invalid_request', errors };
    expect(fateOf(new BillingError('invalid_request', { status: 422, problem }), false)).to.equal(
      'unknown',
    );
  });
});
