/**
 * What tests saw an engine do, operation by operation, as files that are kept: the table in
 * docs/engines/README.md is made from them (`npm run engines:table`). A test file that sees more, or
 * less, than its file says fails; `UPDATE_EVIDENCE=1` writes the files anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { expect } from 'chai';

import { BillingError } from '../../../src/api/billing-error.js';
import type { BillingApi } from '../../../src/api/billing-api.js';
import { operationIds } from '../../../src/engines/shared/engine.js';
import { root } from '../../support/source.js';

/**
 * What checked an operation. `spec`: its requests were judged by the vendor's published
 * description. `types`: a fake's answers have the types of the vendor's SDK. `fake`: its behaviour
 * over a fake that carries state. `kit`: the conformance kit, writes included, over such a fake.
 * `random`: answers drawn at random made good ones of it, and nothing that the contract refuses.
 */
export type Check = 'spec' | 'types' | 'fake' | 'kit' | 'random';

export interface Evidence {
  /** The same engine; each operation that succeeds is remembered. */
  over(api: BillingApi): BillingApi;
  /** Remembers an operation by its `operationId`. */
  saw(operation: string): void;
  /** Fails where the file says something else than what was remembered. Call it in the last test. */
  verify(): void;
}

/** @param subject - What the test file is about, where an engine has several for one check. */
export function evidenceOf(engine: string, check: Check, subject: string): Evidence {
  const seen = new Set<string>();
  return {
    over: (api) => recorded(api, (operation) => seen.add(operation)),
    saw: (operation) => seen.add(operation),
    verify: () => {
      keep(`${engine}.${check}.${subject}`, [...seen]);
    },
  };
}

type Ask = (...values: unknown[]) => Promise<unknown>;

function recorded(api: BillingApi, saw: (operation: string) => void): BillingApi {
  const methods = Object.entries(operationIds).map(([name, operation]) => {
    const ask = api[name as keyof BillingApi] as Ask;
    return [
      name,
      async (...values: unknown[]) => {
        const answer = await ask(...values);
        saw(operation);
        return answer;
      },
    ];
  });
  return Object.fromEntries(methods) as BillingApi;
}

const key = { idempotencyKey: 'a-key-of-the-tests' };
const change = { planId: 'plan', when: 'now' };
const range = { meter: 'meter', from: '2026-03-01', to: '2026-03-02' };

/** Something to ask each operation with. */
const samples: Readonly<Record<keyof BillingApi, readonly unknown[]>> = {
  account: [],
  subscription: ['plan'],
  plans: ['plan'],
  previewChange: ['plan', change],
  changePlan: ['plan', change, key],
  cancelSubscription: ['plan', { when: 'now' }, key],
  resumeSubscription: ['plan', key],
  balances: [],
  topUp: ['balance', { optionId: 'option' }, key],
  setAutoTopUp: ['balance', { enabled: false }],
  usage: [{ ...range, granularity: 'day' }],
  usageRecords: [range],
  invoices: [{}],
  invoice: ['invoice'],
  invoicePdf: ['invoice'],
  payInvoice: ['invoice', {}, key],
  paymentOptions: [{ purpose: 'plan' }],
  createPaymentSession: [{ purpose: 'portal' }],
  operation: ['operation'],
};

/** Which operation stands behind each action of `account.can`. */
const behind = {
  changePlan: 'changePlan',
  cancelPlan: 'cancelSubscription',
  changeSupport: 'changePlan',
  cancelSupport: 'cancelSubscription',
  topUp: 'topUp',
  viewInvoices: 'listInvoices',
  payInvoice: 'payInvoice',
  managePayment: 'createPaymentSession',
} as const;

/**
 * Asks an engine for everything, and keeps what it says it doesn't have. Its account must not
 * offer any of that.
 */
export async function verifyAbsent(engine: string, api: BillingApi): Promise<void> {
  const absent: string[] = [];
  for (const [name, operation] of Object.entries(operationIds)) {
    const ask = api[name as keyof BillingApi] as Ask;
    const code = await ask(...samples[name as keyof BillingApi]).then(
      () => '',
      (thrown: unknown) => BillingError.from(thrown).code,
    );
    if (code === 'not_supported') absent.push(operation);
  }
  keep(`${engine}.absent`, absent);
  if (absent.includes('getAccount')) return;
  const { can } = await api.account();
  for (const [action, operation] of Object.entries(behind)) {
    if (absent.includes(operation)) expect(can, `${engine} offers it`).not.to.have.property(action);
  }
}

/** What the table says that an engine doesn't have, by `operationId`. */
export const absentFrom = (engine: string): string[] =>
  JSON.parse(readFileSync(fileOf(`${engine}.absent`), 'utf8')) as string[];

const fileOf = (name: string): string => `${root}test/engines/evidence/${name}.json`;

function keep(name: string, operations: readonly string[]): void {
  const file = fileOf(name);
  const sorted = [...operations].sort();
  if (process.env['UPDATE_EVIDENCE']) {
    writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
    return;
  }
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  expect(sorted, `${name}: UPDATE_EVIDENCE=1 writes it anew`).to.deep.equal(kept);
}
