/**
 * One billing out of several: usage from one engine, invoices from another, support from the host's
 * own backend.
 */
import type { BillingApi, CallOptions } from '../api/billing-api.js';
import type { Account, Action, Operation, Slot } from '../billing/types.js';
import { wholePort } from './shared/engine.js';
import type { EnginePart } from './shared/engine.js';
import { notFound, notSupported } from './shared/refusals.js';

export type { EnginePart } from './shared/engine.js';

/** Who serves what. A part is an engine, or an object of the host's with some of its methods. */
export interface BillingParts {
  /** Id, name, currency, time zone and contact; left out, the first of the parts below. */
  readonly account?: EnginePart;
  /** Subscriptions, their plans and changes. */
  readonly subscriptions?: EnginePart;
  /** The same for the slot `support`; left out, `subscriptions` serves that slot too. */
  readonly support?: EnginePart;
  /** Balances, top-ups and their automation. */
  readonly balances?: EnginePart;
  /** Meters, their series and their records. */
  readonly usage?: EnginePart;
  /** Invoices, their files and their payment. */
  readonly invoices?: EnginePart;
  /** Ways to pay, and the pages to manage them. */
  readonly payments?: EnginePart;
}

type PartName = Exclude<keyof BillingParts, 'account'>;

/** Which part each entry of `can` comes from. */
const actions: Readonly<Record<Action, PartName>> = {
  changePlan: 'subscriptions',
  cancelPlan: 'subscriptions',
  changeSupport: 'support',
  cancelSupport: 'support',
  topUp: 'balances',
  viewInvoices: 'invoices',
  payInvoice: 'invoices',
  managePayment: 'payments',
};

/** In the order in which they are asked who the account is. */
const partNames = [
  'subscriptions',
  'invoices',
  'balances',
  'usage',
  'payments',
  'support',
] as const satisfies readonly PartName[];

const partOf = (slot: Slot): PartName => (slot === 'support' ? 'support' : 'subscriptions');

/**
 * Joins parts to the whole port. What no part serves rejects with `not_supported`, and the account
 * doesn't offer it. An operation's id carries the name of its part, so that it is asked for where
 * it was begun.
 *
 * Ways to pay are those of `payments`; whoever takes the order must know them, so `payments` is the
 * same engine as the parts that cost money.
 */
export function compose(parts: BillingParts): BillingApi {
  const served = { ...parts, support: parts.support ?? parts.subscriptions };

  const port = (name: PartName): BillingApi => wholePort(served[name] ?? {});
  const [subscriptions, support] = [port('subscriptions'), port('support')];
  const [balances, usage] = [port('balances'), port('usage')];
  const [invoices, payments] = [port('invoices'), port('payments')];

  const ofSlot = (slot: Slot): BillingApi => (slot === 'support' ? support : subscriptions);

  return wholePort({
    account: (options) => accountOf(served, options),
    subscription: (slot, options) => ofSlot(slot).subscription(slot, options),
    plans: (slot, options) => ofSlot(slot).plans(slot, options),
    previewChange: (slot, change, options) => ofSlot(slot).previewChange(slot, change, options),
    changePlan: (slot, order, options) =>
      named(partOf(slot), ofSlot(slot).changePlan(slot, order, options)),
    cancelSubscription: (slot, wish, options) =>
      named(partOf(slot), ofSlot(slot).cancelSubscription(slot, wish, options)),
    resumeSubscription: (slot, options) =>
      named(partOf(slot), ofSlot(slot).resumeSubscription(slot, options)),
    balances: (options) => balances.balances(options),
    topUp: (id, order, options) => named('balances', balances.topUp(id, order, options)),
    setAutoTopUp: (id, settings, options) => balances.setAutoTopUp(id, settings, options),
    usage: async (query, options) =>
      usage.usage({ ...query, ...(await zoneOf(served, query, options)) }, options),
    usageRecords: async (query, options) =>
      usage.usageRecords({ ...query, ...(await zoneOf(served, query, options)) }, options),
    invoices: (query, options) => invoices.invoices(query, options),
    invoice: (id, options) => invoices.invoice(id, options),
    invoicePdf: (id, options) => invoices.invoicePdf(id, options),
    payInvoice: (id, payment, options) =>
      named('invoices', invoices.payInvoice(id, payment, options)),
    paymentOptions: (query, options) => payments.paymentOptions(query, options),
    createPaymentSession: (wish, options) =>
      named('payments', payments.createPaymentSession(wish, options)),
    operation: async (id, options) => {
      const [name = '', ...rest] = id.split('.');
      const part = partNames.find((one) => one === name);
      if (!part || rest.length === 0) throw notFound();
      return named(part, port(part).operation(rest.join('.'), options));
    },
  });
}

/** An operation, whose id says which part began it. */
async function named(part: PartName, work: Promise<Operation>): Promise<Operation> {
  const operation = await work;
  return { ...operation, id: `${part}.${operation.id}` };
}

type Served = { readonly [Name in keyof BillingParts]: EnginePart | undefined };

/** The part that says who the account is. */
const mainOf = (served: Served): EnginePart | undefined =>
  [served.account, ...partNames.map((name) => served[name])].find((part) => part?.account);

/**
 * Where no zone is asked for, days are those of the account, of which the part with the usage may
 * know nothing.
 */
async function zoneOf(
  served: Served,
  { timeZone }: { readonly timeZone?: string },
  options: CallOptions | undefined,
): Promise<{ timeZone?: string }> {
  if (timeZone !== undefined) return { timeZone };
  const main = mainOf(served);
  if (!main?.account || main === served.usage) return {};
  return { timeZone: (await main.account(options)).timeZone };
}

async function accountOf(served: Served, options: CallOptions | undefined): Promise<Account> {
  // Parts that are the same engine are asked once.
  const asked = new Map<EnginePart, Promise<Account>>();
  const ask = async (part: EnginePart | undefined): Promise<Account | undefined> => {
    if (!part?.account) return undefined;
    const answer = asked.get(part) ?? part.account(options);
    asked.set(part, answer);
    return answer;
  };
  const who = await ask(mainOf(served));
  if (!who) throw notSupported('getAccount');
  const answers = await Promise.all(
    partNames.map(async (name) => [name, await ask(served[name])] as const),
  );
  return joined(who, new Map(answers));
}

function joined(who: Account, answers: ReadonlyMap<PartName, Account | undefined>): Account {
  const can: Account['can'] = {};
  for (const [action, name] of Object.entries(actions) as [Action, PartName][]) {
    const permission = answers.get(name)?.can[action];
    if (permission) can[action] = permission;
  }
  const slots = (['plan', 'support'] as const).filter((slot) =>
    answers.get(partOf(slot))?.slots.includes(slot),
  );
  const meters = answers.get('usage')?.meters ?? [];
  const { paymentMethod: _, ...rest } = who;
  const paymentMethod = answers.get('payments')?.paymentMethod;
  return { ...rest, meters, slots, can, ...(paymentMethod && { paymentMethod }) };
}
