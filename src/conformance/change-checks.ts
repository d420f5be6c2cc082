import type { Invoice, InvoicePage, Operation, Plans, Subscription } from '../billing/types.js';
import { inOrder, must, needs } from './check.js';
import type { Probe } from './probe.js';
import { mustOffer, newKey, post, wayToPay } from './writing.js';

const slotOf = (slot: string): string => `/subscriptions/${slot}`;

/** The slot whose plan can be cancelled: the support plan, or where there is none, the plan. */
async function cancelable(probe: Probe): Promise<string> {
  const { can } = await probe.account();
  for (const [slot, action] of [
    ['support', 'cancelSupport'],
    ['plan', 'cancelPlan'],
  ] as const) {
    if (can[action]?.allowed !== true) continue;
    const { status, scheduled } = await probe.read<Subscription>(slotOf(slot));
    if (status !== 'none' && status !== 'canceled' && scheduled === undefined) return slotOf(slot);
  }
  needs(false, 'There is nothing that the account could cancel.');
}

async function mustResume(probe: Probe, path: string): Promise<void> {
  await probe.read<Operation>(`${path}/resume`, post({}, newKey()));
  const kept = (await probe.read<Subscription>(path)).scheduled;
  must(kept === undefined, `It was resumed, but ${path} still says ${kept?.type}.`);
}

async function payable(probe: Probe): Promise<Invoice> {
  await mustOffer(probe, 'payInvoice');
  const query = { limit: 100 };
  const { items } = await probe.readOffered<InvoicePage>('/invoices', { query });
  const invoice = items.find(
    ({ status, payment }) =>
      (status === 'open' || status === 'past_due') && payment?.canPay !== false,
  );
  needs(invoice !== undefined, 'No invoice is to be paid.');
  return invoice;
}

/**
 * Plans are changed and cancelled. What waits is taken back; a change that is made at once stays, and
 * so does a paid invoice.
 */
export const changeChecks = inOrder(
  {
    id: 'write.cancel-and-keep',
    clause: 'A cancelled plan ends with its period, and resuming takes that back.',
    isWrite: true,
    run: async (probe) => {
      const path = await cancelable(probe);
      const order = post({ when: 'period_end' }, newKey());
      const { status } = await probe.read<Operation>(`${path}/cancel`, order);
      const canceled = (await probe.read<Subscription>(path)).scheduled?.type;
      must(
        status !== 'scheduled' || canceled === 'cancel',
        `It is scheduled, but ${path} says ${canceled}.`,
      );
      await mustResume(probe, path);
      return `${path}: ${status}`;
    },
  },
  {
    id: 'write.change-and-keep',
    clause:
      'A change of plan is made or waits as its operation says; resuming takes back what waits.',
    isWrite: true,
    run: async (probe) => {
      await mustOffer(probe, 'changePlan');
      const path = slotOf('plan');
      const held = await probe.read<Subscription>(path);
      needs(held.scheduled === undefined, `A ${held.scheduled?.type} is scheduled already.`);
      const { items } = await probe.readOffered<Plans>(`${path}/plans`);
      // There are engines that let nothing but a change to less wait.
      const plan =
        items.find(({ change }) => change === 'downgrade') ??
        items.find(({ change }) => change !== 'current' && change !== 'contact');
      needs(plan !== undefined, 'There is no plan to change to.');
      const order = { planId: plan.id, when: 'period_end', ...(await wayToPay(probe, 'plan')) };
      const key = newKey();
      const { id, status } = await probe.read<Operation>(`${path}/change`, post(order, key));
      const again = await probe.read<Operation>(`${path}/change`, post(order, key));
      must(again.id === id, `The first time it is ${id}, the second ${again.id}.`);
      const { scheduled, plan: now } = await probe.read<Subscription>(path);
      if (status === 'scheduled') {
        const waits = scheduled?.plan?.id;
        must(waits === plan.id, `${plan.id} is scheduled, but ${path} says ${waits}.`);
        await mustResume(probe, path);
      }
      // An engine that changes at once says so.
      const isDone = status !== 'completed' || now?.id === plan.id;
      must(isDone, `It is completed, but ${path} says ${now?.id}.`);
      return `${plan.id}: ${status}`;
    },
  },
  {
    id: 'write.pay',
    clause: 'An open invoice can be paid, once, and its operation tells how that went.',
    isWrite: true,
    run: async (probe) => {
      const { id } = await payable(probe);
      const path = `/invoices/${encodeURIComponent(id)}`;
      const [body, key] = [await wayToPay(probe, 'invoice'), newKey()];
      const paid = await probe.read<Operation>(`${path}/pay`, post(body, key));
      const again = await probe.read<Operation>(`${path}/pay`, post(body, key));
      must(again.id === paid.id, `The first time it is ${paid.id}, the second ${again.id}.`);
      const told = await probe.read<Operation>(`/operations/${encodeURIComponent(paid.id)}`);
      must(told.id === paid.id, `${paid.id} was asked for, ${told.id} came.`);
      const { status } = await probe.read<Invoice>(path);
      const isOpen = status === 'open' || status === 'past_due';
      must(told.status !== 'completed' || !isOpen, `It is paid, but ${id} is still ${status}.`);
      return `${id}: ${paid.status}, then ${told.status}`;
    },
  },
);
