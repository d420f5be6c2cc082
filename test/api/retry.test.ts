import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
import { retryAfterOf } from '../../src/api/retry-after.js';
import { waitBeforeRetry } from '../../src/api/retry.js';
import { ManualClock } from './support/manual-clock.js';

const clock = new ManualClock();
const after = (text: string, more: Record<string, string> = {}) =>
  retryAfterOf(new Headers({ 'Retry-After': text, ...more }), clock);

describe('Retry-After', () => {
  it('is read as seconds', () => {
    expect(after('0')).to.equal(0);
    expect(after(' 12 ')).to.equal(12);
  });

  it('is read as a date, by the clock of the server where it tells it', () => {
    expect(after('Wed, 18 Mar 2026 15:30:07 GMT')).to.equal(7);
    const aDayOff = { Date: 'Tue, 17 Mar 2026 15:30:00 GMT' };
    expect(after('Tue, 17 Mar 2026 15:30:09 GMT', aDayOff)).to.equal(9);
  });

  it('never waits longer than a day', () => {
    expect(after('99999999999999999999')).to.equal(86_400);
  });

  for (const text of [
    '-5',
    '1.5',
    '1e3',
    '',
    'soon',
    '5 s',
    '18 Mar 2026',
    'Wed, 32 Mar 2026 GMT',
  ]) {
    it(`is ignored where it is ${JSON.stringify(text)}`, () => {
      expect(after(text)).to.equal(undefined);
    });
  }

  it('is ignored where it lies in the past', () => {
    expect(after('Wed, 18 Mar 2026 15:29:00 GMT')).to.equal(undefined);
  });
});

describe('waitBeforeRetry', () => {
  const read = { isRead: true, hasKey: false, isConditional: false, tries: 1 };
  const write = { ...read, isRead: false, hasKey: true };
  const wait = (error: BillingError, attempts: typeof read) =>
    waitBeforeRetry(error, attempts, clock);
  const network = new BillingError('network');
  const failed = (status: number, code = 'upstream_unavailable') =>
    new BillingError(code, { status });

  it('draws from a span that doubles with each try', () => {
    expect(wait(network, read)).to.equal(250);
    expect(wait(network, { ...read, tries: 2 })).to.equal(500);
  });

  it('adds the jitter to what the server said', () => {
    expect(wait(new BillingError('rate_limited', { status: 429, retryAfter: 3 }), read)).to.equal(
      3250,
    );
  });

  it('gives a read up after three tries', () => {
    expect(wait(network, { ...read, tries: 3 })).to.equal(undefined);
  });

  it('repeats a read only after what may pass', () => {
    for (const status of [429, 500, 502, 503, 504]) {
      expect(wait(failed(status), read), String(status)).to.equal(250);
    }
    for (const status of [200, 400, 401, 403, 404, 409, 422, 999]) {
      expect(wait(failed(status), read), String(status)).to.equal(undefined);
    }
    expect(wait(failed(501, 'not_supported'), read)).to.equal(undefined);
    expect(wait(new BillingError('timeout'), read)).to.equal(undefined);
  });

  it('repeats a read that came back broken only where it was a conditional one', () => {
    const broken = new BillingError('bad_response', { status: 200 });
    expect(wait(broken, read)).to.equal(undefined);
    expect(wait(broken, { ...read, isConditional: true })).to.equal(250);
  });

  it('repeats a write once, only under a key, and only where its answer was lost', () => {
    for (const code of ['network', 'timeout', 'bad_response']) {
      expect(wait(new BillingError(code), write), code).to.equal(250);
      expect(wait(new BillingError(code), { ...write, tries: 2 }), code).to.equal(undefined);
      expect(wait(new BillingError(code), { ...write, hasKey: false }), code).to.equal(undefined);
    }
    for (const status of [400, 402, 409, 422, 429, 500, 502, 503, 504]) {
      expect(wait(failed(status), write), String(status)).to.equal(undefined);
    }
    expect(wait(failed(418, 'bad_response'), write)).to.equal(undefined);
  });
});
