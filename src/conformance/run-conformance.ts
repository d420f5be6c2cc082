import { accountChecks } from './account-checks.js';
import { changeChecks } from './change-checks.js';
import { Broken, NotApplicable } from './check.js';
import type { Check } from './check.js';
import { loadContract } from './contract.js';
import { invoiceChecks } from './invoice-checks.js';
import { createProbe } from './probe.js';
import type { Probe } from './probe.js';
import { recordChecks } from './record-checks.js';
import { offerChecks } from './offer-checks.js';
import { reportOf } from './report.js';
import type { CheckResult, ConformanceReport, Outcome } from './report.js';
import { usageChecks } from './usage-checks.js';
import { wireChecks } from './wire-checks.js';
import { writeChecks } from './write-checks.js';

export interface ConformanceOptions {
  /** The address that names one account, for example `https://host.example/api/billing/accounts/acc_1`. */
  readonly baseUrl: string;
  /** Sent with each request: who asks. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether to write too: it buys, pays, changes plan and cancels, so only on an account made for tests. */
  readonly writes?: boolean;
  /** Where payment pages send a person back to, with `writes`; left out, the root of the same origin. */
  readonly returnUrl?: string;
  /** Stands in for the global `fetch`, for example to ask a handler without a network. */
  readonly fetch?: typeof globalThis.fetch;
  /** What the server takes for now, where that is not the real time. */
  readonly now?: Date;
}

/** All checks, in the order in which they run. */
export const checks: readonly Check[] = [
  ...accountChecks,
  ...usageChecks,
  ...recordChecks,
  ...invoiceChecks,
  ...wireChecks,
  ...offerChecks,
  ...writeChecks,
  ...changeChecks,
];

/** Looks at a billing API from outside, clause by clause of the contract. */
export async function runConformance({
  baseUrl,
  headers = {},
  writes = false,
  returnUrl = new URL('/', baseUrl).href,
  fetch = globalThis.fetch,
  now = new Date(),
}: ConformanceOptions): Promise<ConformanceReport> {
  const probe = createProbe({
    baseUrl,
    fetch,
    headers,
    now,
    returnUrl,
    contract: loadContract(),
  });
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await resultOf(check, probe, writes));
  return reportOf(baseUrl, results, probe.notServed());
}

async function resultOf(check: Check, probe: Probe, writes: boolean): Promise<CheckResult> {
  const { id, clause } = check;
  const as = (outcome: Outcome, seen: string): CheckResult => ({ id, clause, outcome, seen });
  if (check.isWrite && !writes) return as('skipped', 'Writes were not asked for.');
  try {
    return as('passed', await check.run(probe));
  } catch (error) {
    if (error instanceof NotApplicable) return as('skipped', error.message);
    if (error instanceof Broken) return as('failed', error.message);
    // A server that answers what no check expects is wrong too, and the others go on.
    return as('failed', error instanceof Error ? error.message : String(error));
  }
}
