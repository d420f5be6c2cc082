import type { Slot } from '../../src/billing/types.js';
import { heldPlan } from './catalogue.js';
import { endSupport, enterPlan } from './plan-changes.js';
import { periodEnd } from './state.js';
import type { AccountState, HoldingState } from './state.js';

/** Brings about what was due since the engine was last asked: ends, changes and renewals of periods. */
export function passTime(state: AccountState): void {
  endPeriods(state, 'plan');
  endPeriods(state, 'support');
}

function endPeriods(state: AccountState, slot: Slot): void {
  const today = state.calendar.today();
  for (
    let holding = state.holdings[slot];
    holding?.period && holding.period.end <= today && holding.status !== 'canceled';
    holding = state.holdings[slot]
  ) {
    endPeriod(state, slot, holding, holding.period);
  }
}

function endPeriod(
  state: AccountState,
  slot: Slot,
  holding: HoldingState,
  { end }: NonNullable<HoldingState['period']>,
): void {
  const { scheduled } = holding;
  if (scheduled?.type === 'cancel') {
    endSupport(state);
    return;
  }
  if (holding.status === 'trialing') {
    holding.status = 'canceled';
    return;
  }
  if (scheduled) {
    const plan = state.plans[slot].find(({ id }) => id === scheduled.planId);
    const next = periodEnd(end, 1, plan);
    const period = next === undefined ? undefined : { start: end, end: next };
    if (plan) enterPlan(state, slot, plan, { period, anchor: period?.start });
    return;
  }
  renew(state, slot, holding, end);
}

function renew(state: AccountState, slot: Slot, holding: HoldingState, end: string): void {
  const plan = heldPlan(state, slot);
  const anchor = holding.anchor ?? end;
  let next: string | undefined = end;
  // Counted from the anchor, so that the 31st comes back after February.
  for (let periods = 1; next !== undefined && next <= end; periods += 1) {
    next = periodEnd(anchor, periods, plan);
  }
  holding.period = next === undefined ? undefined : { start: end, end: next };
  if (slot === 'plan' && state.allowance && next !== undefined) {
    Object.assign(state.allowance, { used: '0', resets: next });
  }
}
