/** The conformance kit, writes included, on our handler over each engine, which stands on a stand-in with state. */
import { expect } from 'chai';

import type { BillingApi } from '../../src/api/billing-api.js';
import { reportText } from '../../src/conformance/index.js';
import { compose } from '../../src/engines/compose.js';
import { reportOn, serverOver } from '../conformance/support.js';
import { engineNames, openEngine } from './support/engines.js';
import type { EngineName } from './support/engines.js';
import { absentFrom, evidenceOf } from './support/evidence.js';

/** Money and plans of one engine, usage of another. */
function overTwo(): BillingApi {
  const money = openEngine.stripe();
  return compose({
    account: money,
    subscriptions: money,
    balances: money,
    invoices: money,
    payments: money,
    usage: openEngine.openmeter(),
  });
}

const ofRecords = ['order', 'pages', 'range', 'shape', 'unknown-cursor'].map(
  (id) => `records.${id}`,
);
const ofTopUp = [
  'auto-top-up',
  'bad-body',
  'foreign-return',
  'forged',
  'key-missing',
  'key-reused',
  'operation',
  'replay',
].map((id) => `write.${id}`);
const ofInvoices = [
  ...['detail', 'no-pdf', 'pdf', 'unknown'].map((id) => `invoice.${id}`),
  ...['order', 'pages', 'range', 'refuses-limit', 'shape', 'status', 'unknown-cursor'].map(
    (id) => `invoices.${id}`,
  ),
];

/** Checks that find nothing to look at there. */
const skippedOver: Readonly<Record<EngineName, readonly string[]>> = {
  stripe: [
    ...ofRecords,
    'records.total',
    'usage.groups',
    'usage.max-range',
    'write.auto-top-up',
    'write.not-allowed',
  ],
  lago: ['records.not-offered', 'records.total', 'usage.groups', 'usage.max-range'],
  openmeter: [
    'invoice.pdf',
    'payment-options.shape',
    'records.not-offered',
    'records.total',
    'usage.max-range',
    ...ofTopUp,
  ],
  kore: [
    'balances.shape',
    'payment-options.shape',
    'preview.shape',
    'records.total',
    'usage.groups',
    'write.cancel-and-keep',
    'write.change-and-keep',
    'write.pay',
    ...ofInvoices,
    ...ofTopUp,
  ],
};

describe('The conformance kit, writes included', () => {
  const reportOver = async (engine: BillingApi) => {
    const report = await reportOn(serverOver(engine));
    const of = (wanted: string) => report.results.filter(({ outcome }) => outcome === wanted);
    expect(of('failed'), reportText(report)).to.eql([]);
    return { report, skipped: of('skipped').map(({ id }) => id) };
  };

  for (const name of engineNames) {
    it(`finds nothing wrong over ${name}, and says what is not served there`, async () => {
      const evidence = evidenceOf(name, 'kit', 'contract');
      const { report, skipped } = await reportOver(evidence.over(openEngine[name]()));
      expect(skipped).to.have.members(skippedOver[name]);
      expect(report.notServed).to.have.members(absentFrom(name));
      for (const operation of report.notServed) {
        expect(reportText(report)).to.match(new RegExp(`Not served here: .*${operation}`));
      }
      evidence.verify();
    });
  }

  it('finds nothing wrong where one engine has the money, another the usage', async () => {
    const { report, skipped } = await reportOver(overTwo());
    expect(skipped).to.have.members([
      'records.not-offered',
      'records.total',
      'usage.max-range',
      'write.auto-top-up',
      'write.not-allowed',
    ]);
    expect(report.notServed).to.eql(['setAutoTopUp']);
  });
});
