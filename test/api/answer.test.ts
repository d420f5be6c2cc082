import { expect } from 'chai';

import { badResponse, requestIdOf, unreadable } from '../../src/api/answer.js';
import { BillingError } from '../../src/api/billing-error.js';

const headers = new Headers({ 'X-Request-Id': 'req_1' });

describe('badResponse', () => {
  it('can be asked for again, and keeps its reason for the console', () => {
    const error = badResponse('A list is missing.');
    expect(error).to.include({ code: 'bad_response', status: 0, retryable: true });
    expect(error).to.have.nested.property('cause.message', 'A list is missing.');
  });
});

describe('unreadable', () => {
  it('says what went wrong, and with which answer', () => {
    const thrown = badResponse('A list is missing.');
    const error = unreadable({ status: 200, headers }, thrown);
    expect(error).to.include({ code: 'bad_response', status: 200, requestId: 'req_1' });
    expect(error.retryable).to.equal(true);
    expect(error.cause).to.equal(thrown.cause);
  });

  it('keeps the code of what was thrown, and takes a fault of the code for a bad response', () => {
    const answer = { status: 200, headers: new Headers() };
    const failed = new BillingError('module_failed');
    expect(unreadable(answer, failed)).to.include({ code: 'module_failed', retryable: true });
    const fault = new TypeError('x is undefined');
    const error = unreadable(answer, fault);
    expect(error).to.include({ code: 'bad_response', requestId: undefined });
    expect(error.cause).to.equal(fault);
  });
});

describe('requestIdOf', () => {
  it('is what the server calls the request, where it says so', () => {
    expect(requestIdOf({ headers })).to.equal('req_1');
    expect(requestIdOf({ headers: new Headers() })).to.equal(undefined);
  });
});
