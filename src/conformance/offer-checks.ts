/** What is served, and what is not: everything is asked for once, by names that nothing has. */
import { addDays, dateIn } from '../billing/dates.js';
import type { Action, Meter, Subscription } from '../billing/types.js';
import { fewOf, inOrder, must } from './check.js';
import { problemOf } from './probe.js';
import type { Asking, Probe } from './probe.js';
import { newKey, post } from './writing.js';

interface Question {
  readonly path: string;
  readonly asking?: Asking;
  /** The account's leave to ask it, if there is one. */
  readonly action?: Action;
}

const nothing = 'no-such-thing-anywhere';

/** How an operation that is there may answer; another failure is nobody's word on what it has. */
const refusals = [
  'conflict',
  'forbidden',
  'invalid_request',
  'not_found',
  'not_supported',
  'payment_method_required',
];

async function askAll(probe: Probe, questions: readonly Question[]): Promise<string> {
  const { can } = await probe.account();
  const missing: string[] = [];
  for (const { path, asking, action } of questions) {
    const { asked, status, faults, text } = await probe.ask(path, asking);
    must(faults.length === 0, `${asked} answers ${status}: ${fewOf(faults)}.`);
    if (status < 400) continue;
    const code = problemOf(text)?.code ?? '';
    must(refusals.includes(code), `${asked} answers ${status} with ${code}.`);
    if (code !== 'not_supported') continue;
    const isPromised = action !== undefined && can[action]?.allowed === true;
    must(!isPromised, `${asked} is not_supported, but the account may ${action}.`);
    missing.push(asked.split('?', 1)[0] ?? asked);
  }
  return missing.length === 0 ? 'all of it' : `not_supported: ${missing.join(', ')}`;
}

async function reads(probe: Probe): Promise<readonly Question[]> {
  const { meters, timeZone } = await probe.account();
  const slots = await probe.slots();
  const to = dateIn(timeZone, probe.now.getTime());
  // As it was sent: what has a default may be missing.
  const [meter]: readonly Partial<Meter>[] = meters;
  const range = { meter: meter?.id ?? nothing, from: addDays(to, -1), to };
  const recorded = meters.find(({ records }) => records !== undefined)?.id ?? range.meter;
  const ofSlots = (slots.length > 0 ? slots : ['plan']).flatMap((slot): Question[] => [
    { path: `/subscriptions/${slot}` },
    { path: `/subscriptions/${slot}/plans` },
    {
      path: `/subscriptions/${slot}/preview`,
      asking: { method: 'POST', body: { planId: nothing, when: 'now' } },
    },
  ]);
  const granularity = meter?.granularities?.[0] ?? 'day';
  const month = { from: `${to.slice(0, 7)}-01`, to: `${addDays(to, 31).slice(0, 7)}-01` };
  const series = { ...range, granularity, ...(granularity === 'month' && month) };
  return [
    ...ofSlots,
    { path: '/balances' },
    { path: '/usage', asking: { query: series } },
    { path: '/usage/records', asking: { query: { ...range, meter: recorded } } },
    { path: '/invoices', action: 'viewInvoices' },
    { path: `/invoices/${nothing}`, action: 'viewInvoices' },
    { path: `/invoices/${nothing}/pdf` },
    { path: '/payment-options', asking: { query: { purpose: 'invoice' } } },
    { path: `/operations/${nothing}` },
  ];
}

/** Writes that the account may make, or for which it takes no leave. Cancelling nothing can't be asked. */
async function writes(probe: Probe): Promise<readonly Question[]> {
  const { can } = await probe.account();
  const slots = await probe.slots();
  const changes = slots.map((slot): Question & { readonly action: Action } => ({
    path: `/subscriptions/${slot}/change`,
    asking: post({ planId: nothing, when: 'now', returnUrl: probe.returnUrl }, newKey()),
    action: slot === 'support' ? 'changeSupport' : 'changePlan',
  }));
  const offered: readonly (Question & { readonly action: Action })[] = [
    ...changes,
    {
      path: `/balances/${nothing}/top-up`,
      asking: post({ optionId: nothing, returnUrl: probe.returnUrl }, newKey()),
      action: 'topUp',
    },
    { path: `/invoices/${nothing}/pay`, asking: post({}, newKey()), action: 'payInvoice' },
    {
      path: '/payment-session',
      asking: post({ purpose: 'payment_method', returnUrl: probe.returnUrl }),
      action: 'managePayment',
    },
  ];
  return [
    ...offered.filter(({ action }) => can[action]?.allowed === true),
    {
      path: `/balances/${nothing}/auto-top-up`,
      asking: { method: 'PUT', body: { enabled: false } },
    },
    ...(await resumable(probe)),
  ];
}

/** Resuming is asked for where nothing waits, so that nothing is taken back. */
async function resumable(probe: Probe): Promise<readonly Question[]> {
  const [path, asking] = ['/subscriptions/plan', post({}, newKey())];
  const { status, text } = await probe.ask(path);
  const waits = status === 200 && (JSON.parse(text) as Subscription).scheduled !== undefined;
  return waits ? [] : [{ path: `${path}/resume`, asking }];
}

export const offerChecks = inOrder(
  {
    id: 'offer.reads',
    clause: 'What is not served is refused as not_supported, and the account does not offer it.',
    run: async (probe) => askAll(probe, await reads(probe)),
  },
  {
    id: 'offer.writes',
    clause: 'What the account may do is served; what it takes no leave for, or is not_supported.',
    isWrite: true,
    run: async (probe) => askAll(probe, await writes(probe)),
  },
);
