/** Every read of the contract, of an engine that is served, each answer held against the contract. */
import type { BillingApi } from '../../../src/api/billing-api.js';
import { createBillingHandler } from '../../../src/server/index.js';
import { loadContract } from '../../support/contract.js';
import { confirmed } from './served.js';

const base = '/accounts/acc_a';
const contract = loadContract();

/** What a vendor's answer may make of a read. Others would send a person somewhere for nothing. */
const clean = ['conflict', 'invalid_request', 'not_found', 'not_supported', 'upstream_unavailable'];

/** What an engine is asked, as far as it depends on what stands at its vendor. */
export interface Ids {
  readonly meter: string;
  readonly plan: string;
  readonly invoice: string;
  readonly operations: readonly string[];
}

const returnUrl = 'https://host.test/back';

/** Ids from an engine whose answers are good ones; it is changed by that. */
export async function idsOf(api: BillingApi): Promise<Ids> {
  const orNothing = <Value>(work: Promise<Value>): Promise<Value | undefined> =>
    work.catch(() => undefined);
  const { meters } = await api.account();
  const invoices = (await orNothing(api.invoices({})))?.items ?? [];
  const plans = (await orNothing(api.plans('plan')))?.items ?? [];
  const others = plans.filter(({ change }) => change !== 'current' && change !== 'contact');
  const plan = (others.find(({ change }) => change === 'downgrade') ?? others[0])?.id ?? 'plan';
  const open = invoices.find(({ status }) => status === 'open' || status === 'past_due');
  const balance = (await orNothing(api.balances()))?.items[0];
  const optionId = balance?.topUp?.options?.[0]?.id;
  const order = { planId: plan, when: 'period_end', returnUrl } as const;
  const begun = [
    await orNothing(api.changePlan('plan', order, confirmed())),
    await orNothing(api.resumeSubscription('plan', confirmed())),
    await orNothing(api.cancelSubscription('plan', { when: 'period_end' }, confirmed())),
    balance && optionId !== undefined
      ? await orNothing(api.topUp(balance.id, { optionId, returnUrl }, confirmed()))
      : undefined,
    open && (await orNothing(api.payInvoice(open.id, { returnUrl }, confirmed()))),
    await orNothing(api.createPaymentSession({ purpose: 'payment_method', returnUrl })),
  ];
  return {
    meter: meters[0]?.id ?? 'meter',
    plan,
    invoice: invoices.find(({ status }) => status === 'paid')?.id ?? 'invoice',
    operations: begun.flatMap((one) => (one ? [one.id] : [])),
  };
}

type Read = readonly [operation: string, path: string, body?: object];

function readsOf({ meter, plan, invoice, operations }: Ids): readonly Read[] {
  const [days, months] = ['from=2026-03-01&to=2026-03-19', 'from=2026-01-01&to=2026-04-01'];
  const preview = '/subscriptions/plan/preview';
  return [
    ['getAccount', '/account'],
    ['getSubscription', '/subscriptions/plan'],
    ['getSubscription', '/subscriptions/support'],
    ['listPlans', '/subscriptions/plan/plans'],
    ['previewChange', preview, { planId: plan, when: 'now' }],
    ['previewChange', preview, { planId: plan, when: 'period_end' }],
    ['listBalances', '/balances'],
    ['queryUsage', `/usage?meter=${meter}&granularity=day&${days}`],
    ['queryUsage', `/usage?meter=${meter}&granularity=month&${months}`],
    ['listUsageRecords', `/usage/records?meter=${meter}&${days}`],
    ['listInvoices', '/invoices?limit=5'],
    ['listInvoices', '/invoices?order=asc&status=open&from=2026-01-01&to=2026-06-01'],
    ['getInvoice', `/invoices/${invoice}`],
    ['getInvoice', '/invoices/upcoming'],
    ['getInvoicePdf', `/invoices/${invoice}/pdf`],
    ['listPaymentOptions', '/payment-options?purpose=plan'],
    ['listPaymentOptions', '/payment-options?purpose=invoice'],
    ...operations.map((id): Read => ['getOperation', `/operations/${id}`]),
  ];
}

/**
 * Asks for everything that can be read.
 * @returns what the contract refuses: an answer that is none of it, a failure that nobody foresaw
 */
export async function faultsOfReads(
  engine: BillingApi,
  ids: Ids,
  saw: (operation: string) => void,
): Promise<readonly string[]> {
  const causes: unknown[] = [];
  const handle = createBillingHandler({
    basePath: base,
    authorize: () => ({ account: 'acc_a' }),
    engine: () => engine,
    onFailure: ({ error }) => causes.push(error),
  });
  const faults: string[] = [];
  for (const [operation, path, body] of readsOf(ids)) {
    const url = new URL(`https://host.test${base}${path}`);
    const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
    const request = new Request(url, init);
    const response = await handle(request);
    const found = await contract.faultsOfResponse(request.method, url.pathname, response);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
    if (response.ok) {
      saw(operation);
      continue;
    }
    const { code } = (await response.json()) as { readonly code: string };
    // 500 is what nobody foresaw.
    if (response.status !== 500 && clean.includes(code)) continue;
    const cause = causes.at(-1);
    const told = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    faults.push(`${path}: ${response.status} ${code}: ${told}`);
  }
  return faults;
}
