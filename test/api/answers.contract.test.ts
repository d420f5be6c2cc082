/** Every operation's answer, with each value that the contract names in turn missing, null or wrong. */
import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
import { systemClock } from '../../src/api/clock.js';
import { readers } from '../../src/api/reading.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import {
  allowsNull,
  answerOf,
  changed,
  operationIds,
  placesOf,
  wholeOf,
  withStrangers,
  wrongFor,
} from './support/contract-answers.js';
import type { Step } from './support/contract-answers.js';

const methods: Readonly<Record<string, keyof BillingApi>> = {
  getAccount: 'account',
  getSubscription: 'subscription',
  listPlans: 'plans',
  previewChange: 'previewChange',
  changePlan: 'changePlan',
  cancelSubscription: 'cancelSubscription',
  resumeSubscription: 'resumeSubscription',
  listBalances: 'balances',
  topUp: 'topUp',
  setAutoTopUp: 'setAutoTopUp',
  queryUsage: 'usage',
  listUsageRecords: 'usageRecords',
  listInvoices: 'invoices',
  getInvoice: 'invoice',
  getInvoicePdf: 'invoicePdf',
  payInvoice: 'payInvoice',
  listPaymentOptions: 'paymentOptions',
  createPaymentSession: 'createPaymentSession',
  getOperation: 'operation',
};

function read(method: keyof BillingApi, json: unknown): object {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  const body = new TextEncoder().encode(JSON.stringify(json));
  const value: object = readers[method]({ status: 200, headers, body }, systemClock);
  // As it would be sent again: `groups` have no prototype, and that a file is a link is said on this side.
  const again = JSON.parse(JSON.stringify(value)) as object;
  if (method === 'invoicePdf') Reflect.deleteProperty(again, 'kind');
  return again;
}

/** The answer, or the code of the error where there is none. */
function outcome(method: keyof BillingApi, json: unknown): unknown {
  try {
    return read(method, json);
  } catch (error) {
    if (error instanceof BillingError) return error.code;
    throw error;
  }
}

const nameOf = (way: readonly Step[]): string => way.map(({ key }) => key).join('.');

/** More than the contract says: what a page must not be told where nobody knows it. */
const strict: Readonly<Record<string, 'no-object' | 'no'>> = {
  // A feature that nobody can read is not one that the plan has.
  value: 'no-object',
  // A bar without its groups would look like none at all.
  groups: 'no-object',
  // What can't be read is no promise.
  exact: 'no',
};

/** What an answer reads as, where the value at the end of the way is missing or of no use. */
function without(whole: unknown, way: readonly Step[], isMissing: boolean): unknown {
  const step = way.at(-1);
  if (!step) return 'bad_response';
  if (step.kind === 'row') return { ...(changed(whole, way, undefined) as object), setAside: 1 };
  const outer = way.slice(0, -1);
  const rule = isMissing ? undefined : strict[step.key];
  if (rule === 'no') return changed(whole, way, false);
  if (rule === 'no-object') return without(whole, outer, false);
  if (step.schema.default !== undefined) return changed(whole, way, step.schema.default);
  // The one thing that the contract asks for and that nobody misses: the status is on the answer.
  if (nameOf(way) === 'problem.status') return changed(whole, way, 0);
  return step.isRequired ? without(whole, outer, false) : changed(whole, way, undefined);
}

const { warn } = console;

describe('An answer of the contract', () => {
  beforeEach(() => {
    console.warn = () => undefined;
  });

  afterEach(() => {
    console.warn = warn;
  });

  it('is read of every operation', () => {
    expect(Object.keys(methods)).to.have.members(operationIds);
  });

  for (const [id, method] of Object.entries(methods)) {
    describe(`of ${id}`, () => {
      const schema = answerOf(id);
      const whole = wholeOf(schema);
      const places = [...placesOf(schema)];

      it('is read as it was sent, without what the contract does not name', () => {
        expect(read(method, whole)).to.eql(whole);
        expect(read(method, withStrangers(whole, schema))).to.eql(whole);
      });

      it('does without each field that may be missing, and not without the others', () => {
        for (const way of places.filter((one) => one.at(-1)?.kind === 'field')) {
          const sent = changed(whole, way, undefined);
          expect(outcome(method, sent), nameOf(way)).to.eql(without(whole, way, true));
        }
      });

      it('takes null for missing, but where it has a meaning', () => {
        for (const way of places) {
          const sent = changed(whole, way, null);
          const last = way.at(-1);
          const isMissing = last?.key === 'groups';
          const expected = last && allowsNull(last.schema) ? sent : without(whole, way, isMissing);
          expect(outcome(method, sent), nameOf(way)).to.eql(expected);
        }
      });

      it('shows no value of a wrong type, and loses no more by it than it must', () => {
        for (const way of places) {
          for (const wrong of wrongFor(way.at(-1)?.schema ?? {})) {
            const expected = without(whole, way, false);
            const name = `${nameOf(way)}: ${JSON.stringify(wrong)}`;
            expect(outcome(method, changed(whole, way, wrong)), name).to.eql(expected);
          }
        }
      });

      it('lets the words of the contract through, and those that it does not know yet', () => {
        for (const way of places) {
          const words = way.at(-1)?.schema.enum ?? [];
          for (const word of words.length > 0 ? [...words, 'of-tomorrow'] : []) {
            const sent = changed(whole, way, word);
            // There is no place on a page for another slot.
            const isUseless = nameOf(way) === 'slot' && !words.includes(word);
            const expected = isUseless ? 'bad_response' : sent;
            expect(outcome(method, sent), `${nameOf(way)}: ${word}`).to.eql(expected);
          }
        }
      });
    });
  }
});
