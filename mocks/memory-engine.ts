import type { BillingApi, CallOptions } from '../src/api/billing-api.js';
import type { InvoiceDetail, Money } from '../src/billing/types.js';
import { accountOf, mustAllow } from './engine/account.js';
import { balancesOf } from './engine/balances.js';
import { plansFor } from './engine/catalogue.js';
import { useSessions } from './engine/credits.js';
import { payInvoice, paymentSession } from './engine/invoice-payments.js';
import { invoiceDetailOf, invoiceRecord, invoicesOf } from './engine/invoices.js';
import { once, operationOf } from './engine/operations.js';
import { passTime } from './engine/passing-time.js';
import { paymentOptionsOf } from './engine/payment-options.js';
import { settle } from './engine/payments.js';
import type { PaymentOutcome } from './engine/payments.js';
import { cancel, changePlan, previewChange, resume } from './engine/plan-changes.js';
import { notSupported } from './engine/refusals.js';
import { fireAutoReload, reload, setAutoReload } from './engine/reloads.js';
import { createState } from './engine/state.js';
import type { AccountState, LedgerEntry } from './engine/state.js';
import { subscriptionOf } from './engine/subscriptions.js';
import { usageRecordsOf } from './engine/usage-records.js';
import { usageOf } from './engine/usage.js';
import { worldRecordNames, worldTimeline } from './engine/world-timeline.js';
import type { Timeline } from './generate/timeline.js';
import { invoicePdf } from './generate/pdf.js';
import { worlds } from './worlds/index.js';
import { storyNow } from './worlds/world.js';
import type { WorldName } from './worlds/world.js';

export type { PaymentOutcome } from './engine/payments.js';
export type { WorldName } from './worlds/world.js';

export interface MemoryEngineOptions {
  readonly world: WorldName;
  /** The account's id; left out, the name of its world. */
  readonly id?: string;
  /**
   * The current time in milliseconds; left out, the story's moment, 2026-03-18T15:30Z. What the
   * world tells is moved by whole days, so that the day on which the engine is made plays its today.
   */
  readonly now?: () => number;
  /** The page of the provider where an operation is paid; left out, one that doesn't exist. */
  readonly paymentPage?: (operationId: string, returnUrl: string | undefined) => string;
}

/** A payment that waits for its payer, or a transfer that is announced. */
interface WaitingPayment {
  readonly operationId: string;
  readonly amount: Money;
  /** The payer was told how to send the money. */
  readonly isTransfer: boolean;
}

/** What happens without the account's doing. */
interface Simulation {
  /** The provider decides about a payment, or a transfer arrives. */
  settle(operationId: string, outcome: PaymentOutcome): void;
  /** The bot is talked to: so many sessions are used up, of the allowance first. */
  consume(sessions: number): void;
  /** The payments that nobody has decided about yet. */
  waiting(): readonly WaitingPayment[];
  /** Whether the provider declines charges of saved methods from now on. */
  decline(declines: boolean): void;
}

/** A billing backend in memory: one account of one world, with what is done to it. */
export interface MemoryEngine extends BillingApi {
  /** What really happened, oldest first. */
  readonly ledger: readonly LedgerEntry[];
  readonly simulate: Simulation;
}

const nowhere = (operationId: string, returnUrl: string | undefined): string => {
  const query = returnUrl === undefined ? '' : `?returnUrl=${encodeURIComponent(returnUrl)}`;
  return `https://pay.example.com/checkout/${operationId}${query}`;
};

/** An account of a world. Equal calls get equal answers, on every machine. */
export function createMemoryEngine({
  world: name,
  id = name,
  now = () => Date.parse(storyNow),
  paymentPage = nowhere,
}: MemoryEngineOptions): MemoryEngine {
  const world = worlds[name];
  const state = createState({ id, world, now, paymentPage });
  const names = worldRecordNames(world);
  let made: Timeline | undefined;
  const timeline = () => (made ??= worldTimeline(world, state.calendar));

  const answer = <Value>(
    options: CallOptions | undefined,
    act: (current: AccountState) => Value,
  ): Promise<Value> =>
    new Promise((resolve) => {
      options?.signal?.throwIfAborted();
      passTime(state);
      resolve(act(state));
    });

  const invoiceFor = (invoiceId: string): InvoiceDetail => {
    mustAllow(state, 'viewInvoices');
    return invoiceDetailOf(invoiceRecord(state, invoiceId), state);
  };

  return {
    account: (options) => answer(options, accountOf),
    subscription: (slot, options) => answer(options, () => subscriptionOf(state, slot)),
    plans: (slot, options) => answer(options, () => plansFor(state, slot)),
    previewChange: (slot, change, options) =>
      answer(options, () => previewChange(state, slot, change)),
    balances: (options) => answer(options, balancesOf),
    usage: (query, options) => answer(options, () => usageOf(query, state, timeline(), names)),
    usageRecords: (query, options) =>
      answer(options, () => usageRecordsOf(query, state, timeline(), names)),
    invoices: (query, options) =>
      answer(options, () => {
        mustAllow(state, 'viewInvoices');
        return invoicesOf(query, state);
      }),
    invoice: (invoiceId, options) => answer(options, () => invoiceFor(invoiceId)),
    invoicePdf: (invoiceId, options) =>
      answer(options, () => {
        const invoice = invoiceFor(invoiceId);
        if (!invoice.pdf) throw notSupported();
        return { kind: 'file', file: invoicePdf(invoice) };
      }),
    paymentOptions: (_query, options) => answer(options, paymentOptionsOf),
    operation: (operationId, options) => answer(options, () => operationOf(state, operationId)),

    changePlan: (slot, order, options) =>
      answer(options, () =>
        once(state, options.idempotencyKey, ['changePlan', slot, order], () =>
          changePlan(state, slot, order, options.idempotencyKey),
        ),
      ),
    cancelSubscription: (slot, wish, options) =>
      answer(options, () =>
        once(state, options.idempotencyKey, ['cancelSubscription', slot, wish], () =>
          cancel(state, slot, wish, options.idempotencyKey),
        ),
      ),
    resumeSubscription: (slot, options) =>
      answer(options, () =>
        once(state, options.idempotencyKey, ['resumeSubscription', slot], () =>
          resume(state, slot, options.idempotencyKey),
        ),
      ),
    topUp: (balanceId, order, options) =>
      answer(options, () =>
        once(state, options.idempotencyKey, ['topUp', balanceId, order], () =>
          reload(state, balanceId, order, options.idempotencyKey),
        ),
      ),
    setAutoTopUp: (balanceId, settings, options) =>
      answer(options, () => setAutoReload(state, balanceId, settings)),
    payInvoice: (invoiceId, payment, options) =>
      answer(options, () =>
        once(state, options.idempotencyKey, ['payInvoice', invoiceId, payment], () =>
          payInvoice(state, invoiceId, payment, options.idempotencyKey),
        ),
      ),
    createPaymentSession: (wish, options) => answer(options, () => paymentSession(state, wish)),

    ledger: state.ledger,
    simulate: simulationOf(state),
  };
}

function simulationOf(state: AccountState): Simulation {
  return {
    settle: (operationId, outcome) => {
      settle(state, operationId, outcome);
    },
    consume: (sessions) => {
      const paid = takeFromAllowance(state, sessions);
      if (!state.credits || paid === 0) return;
      useSessions(state.credits, String(paid), state.calendar.today());
      fireAutoReload(state, state.credits);
    },
    waiting: () =>
      [...state.operations].flatMap(([operationId, { purchase, way }]) =>
        purchase
          ? [{ operationId, amount: purchase.amount, isTransfer: way?.kind === 'transfer' }]
          : [],
      ),
    decline: (declines) => {
      state.declines = declines;
    },
  };
}

/** @returns how many sessions the allowance does not cover */
function takeFromAllowance({ allowance, credits }: AccountState, sessions: number): number {
  if (!allowance) return sessions;
  const { included, used } = allowance;
  const left = included === null ? Infinity : Math.max(0, Number(included) - Number(used));
  // Where nothing else pays for them they are counted as used beyond what is included.
  const taken = credits ? Math.min(left, sessions) : sessions;
  allowance.used = String(Number(used) + taken);
  return sessions - taken;
}
