import { expect } from 'chai';
import fc from 'fast-check';

import { account as readAccount } from '../../src/api/answers/account.js';
import { balances as readBalances } from '../../src/api/answers/balances.js';
import { invoiceDetail } from '../../src/api/answers/invoices.js';
import { operation } from '../../src/api/answers/payments.js';
import { usageRecordPage, usageSeries } from '../../src/api/answers/usage.js';
import { BillingError } from '../../src/api/billing-error.js';
import { decode } from '../../src/api/decode.js';
import type { Read } from '../../src/api/read.js';
import { account, balance, completed, invoice, series } from './support/answers.js';

const { warn } = console;

describe('decode, of hostile data', () => {
  beforeEach(() => {
    console.warn = () => undefined;
  });

  afterEach(() => {
    console.warn = warn;
  });

  const polluted = () => Object.keys(Object.prototype);

  it('makes no prototype of a field', () => {
    const text = '{"id":"op_1","status":"completed","__proto__":{"polluted":1,"url":"https://x"}}';
    const read = decode('operation', operation, JSON.parse(text));
    expect(read).to.eql(completed);
    expect(Object.getPrototypeOf(read)).to.equal(Object.prototype);
    expect(polluted()).to.eql([]);
  });

  it('reads no field from a prototype', () => {
    const inherited: unknown = Object.create({ id: 'op_1', status: 'completed' });
    expect(() => decode('operation', operation, inherited)).to.throw(BillingError);
  });

  it('gives groups no prototype, whatever their names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Web'];
    const groups = Object.fromEntries(names.map((name) => [name, '1']));
    const [bucket] = decode('usage', usageSeries, {
      ...series,
      buckets: [{ start: '2026-03-12', value: '5', groups }],
    }).buckets;
    expect(Object.getPrototypeOf(bucket?.groups)).to.equal(null);
    expect(Object.keys(bucket?.groups ?? {})).to.eql(names.slice(1));
  });

  const hostileKey = fc.constantFrom(
    ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'then', 'toJSON'],
    ...['id', 'items', 'name', 'status', 'buckets', 'values', 'groups', 'start', 'value'],
  );
  const hostile = fc.anything({
    key: fc.oneof(hostileKey, fc.string()),
    maxDepth: 5,
    withNullPrototype: true,
  });
  const answers: [string, Read<object>, object][] = [
    ['account', readAccount, account],
    ['balances', readBalances, { items: [balance, balance] }],
    ['usage', usageSeries, series],
    ['usageRecords', usageRecordPage, { items: [], nextCursor: null }],
    ['invoice', invoiceDetail, { ...invoice, lines: [] }],
    ['operation', operation, completed],
  ];
  for (const [what, read, good] of answers) {
    it(`gives a value or a bad response of ${what}, whatever came`, () => {
      const fields = fc.dictionary(fc.constantFrom(...Object.keys(good), '__proto__'), hostile);
      fc.assert(
        fc.property(
          fc.oneof(
            hostile,
            fields.map((bad) => ({ ...good, ...bad })),
          ),
          (json) => {
            try {
              const value = decode(what, read, json);
              expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
              // What was read reads the same again: nothing got in that is not of the contract.
              const { setAside, ...again } = { setAside: 0, ...value };
              expect(decode(what, read, again)).to.eql(again);
              expect(setAside).to.be.a('number');
            } catch (error) {
              if (!(error instanceof BillingError)) throw error;
              expect(error.code).to.equal('bad_response');
            }
            expect(polluted()).to.eql([]);
          },
        ),
        { numRuns: 500 },
      );
    });
  }
});
