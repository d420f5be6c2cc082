import { addPaidInvoice } from './invoices.js';
import { badField, conflict, declined, notFound } from './refusals.js';
import { chosenWay } from './ways-to-pay.js';

const planOf = (row, { currency }, change) => ({
  id: row.id,
  name: row.name,
  description: row.description,
  price: { amount: row.price, currency },
  interval: 'month',
  ...(row.features.length > 0 && { features: row.features }),
  ...(change && { change }),
});

const plansIn = ({ query }, slot) =>
  query(
    'SELECT id, name, description, price::text, features, place FROM plans WHERE slot = $1 ORDER BY place',
    [slot],
  );

async function heldIn({ query }, account, slot) {
  const [row] = await query(
    `SELECT plan_id, status, scheduled, scheduled_plan_id,
       to_json(period_start::timestamp AT TIME ZONE $3) #>> '{}' AS start,
       to_json(period_end::timestamp AT TIME ZONE $3) #>> '{}' AS end
     FROM subscriptions WHERE account_id = $1 AND slot = $2 FOR UPDATE`,
    [account.id, slot, account.time_zone],
  );
  return row;
}

export async function subscriptionOf(database, account, slot) {
  const row = await heldIn(database, account, slot);
  if (!row || row.status !== 'active') return { slot, status: 'none', plan: null };
  const plans = new Map(
    (await plansIn(database, slot)).map((plan) => [plan.id, planOf(plan, account)]),
  );
  const next = plans.get(row.scheduled_plan_id);
  return {
    slot,
    status: row.status,
    plan: plans.get(row.plan_id),
    period: { start: row.start, end: row.end },
    renewsAt: row.scheduled === 'cancel' ? null : row.end,
    ...(row.scheduled && {
      scheduled: { type: row.scheduled, at: row.end, ...(next && { plan: next }) },
    }),
  };
}

export async function plansOf(database, account, slot) {
  const held = await heldIn(database, account, slot);
  const plans = await plansIn(database, slot);
  const place = plans.find(({ id }) => id === held?.plan_id)?.place ?? 0;
  const changeOf = (plan) => {
    if (plan.id === held?.plan_id && held.status === 'active') return 'current';
    return plan.place > place ? 'upgrade' : 'downgrade';
  };
  return { items: plans.map((plan) => planOf(plan, account, changeOf(plan))) };
}

async function wishedPlan(database, slot, planId) {
  const plan = (await plansIn(database, slot)).find(({ id }) => id === planId);
  if (!plan) throw badField('/planId', 'Is no plan that is offered.');
  return plan;
}

export async function previewOf(database, account, slot, { planId, when }) {
  const plan = await wishedPlan(database, slot, planId);
  const held = await heldIn(database, account, slot);
  const { currency } = account;
  const isNow = when === 'now';
  const amount = { amount: isNow ? plan.price : '0.00', currency };
  return {
    effectiveAt: isNow ? new Date().toISOString() : held.end,
    dueNow: amount,
    lines: [{ description: plan.name, kind: 'plan', amount }],
    next: { at: held.end, amount: { amount: plan.price, currency } },
  };
}

const set = (
  { query },
  account,
  slot,
  { planId, status = 'active', scheduled = null, next = null },
) =>
  query(
    `UPDATE subscriptions SET plan_id = coalesce($3, plan_id), status = $4, scheduled = $5,
       scheduled_plan_id = $6 WHERE account_id = $1 AND slot = $2`,
    [account.id, slot, planId ?? null, status, scheduled, next],
  );

export async function changePlan(database, account, payments, slot, order) {
  const { key, paymentOptionId, planId, when } = order;
  const plan = await wishedPlan(database, slot, planId);
  const held = await heldIn(database, account, slot);
  if (held.plan_id === planId && held.status === 'active') throw conflict();
  // A change that nobody pays for yet needs no way to pay; one that is named must be there.
  if (when === 'now' || paymentOptionId !== undefined) {
    chosenWay(account, payments, slot, paymentOptionId);
  }
  if (when === 'period_end') {
    await set(database, account, slot, { scheduled: 'change', next: planId });
    return { status: 'scheduled', effectiveAt: held.end };
  }
  if (!(await payments.charge(account, { amount: plan.price, key }))) return declined;
  await addPaidInvoice(database, account, {
    amount: plan.price,
    description: plan.name,
    kind: slot,
  });
  await set(database, account, slot, { planId });
  return { status: 'completed' };
}

export async function cancelSubscription(database, account, slot, { when }) {
  const held = await heldIn(database, account, slot);
  if (held?.status !== 'active') throw conflict();
  if (when === 'now') {
    await set(database, account, slot, { status: 'canceled' });
    return { status: 'completed' };
  }
  await set(database, account, slot, { scheduled: 'cancel' });
  return { status: 'scheduled', effectiveAt: held.end };
}

export async function resumeSubscription(database, account, slot) {
  const held = await heldIn(database, account, slot);
  if (!held?.scheduled) throw conflict();
  await set(database, account, slot, {});
  return { status: 'completed' };
}

/** What the end of the period will bring, before taxes. */
export async function upcomingInvoice({ query }, account) {
  const rows = await query(
    `SELECT name, price::text, period_end AS date FROM subscriptions
     JOIN plans ON plans.id = coalesce(scheduled_plan_id, plan_id)
     WHERE account_id = $1 AND status = 'active' AND scheduled IS DISTINCT FROM 'cancel'
     ORDER BY subscriptions.slot`,
    [account.id],
  );
  if (rows.length === 0) throw notFound();
  const [{ total }] = await query(
    'SELECT sum(price)::text AS total FROM unnest($1::numeric[]) AS price',
    [rows.map(({ price }) => price)],
  );
  const money = (amount) => ({ amount, currency: account.currency });
  return {
    id: 'upcoming',
    number: null,
    status: 'draft',
    date: rows[0].date,
    total: money(total),
    amountDue: money(total),
    pdf: false,
    payment: { canPay: false },
    lines: rows.map(({ name, price }) => ({
      description: name,
      kind: 'plan',
      amount: money(price),
    })),
    subtotal: money(total),
  };
}
