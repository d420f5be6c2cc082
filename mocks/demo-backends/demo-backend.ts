import type { BillingHandler } from '../../src/server/index.js';
import type { PaymentPageOptions } from '../payment-page.js';
import type { JudgedRequest } from '../vendors/described-vendor.js';

/** A billing backend that the demo's console can stand on. */
export interface DemoBackend {
  /** Serves the contract at `/api/billing/accounts/{account}`, where accounts are named like worlds. */
  readonly handle: BillingHandler;
  /**
   * Answers `/api/session`, and `/api/billing` for whoever is logged on; left out, the demo keeps
   * the sessions itself, and asks {@link handle} for their accounts.
   */
  readonly ownAccount?: BillingHandler;
  /** What happens behind the scenes of an account; a backend leaves alone what it cannot do. */
  readonly play: (account: string, scene: string) => unknown;
  /** What happened to an account, oldest first, where a backend keeps that. */
  readonly ledger?: (account: string) => unknown;
  /** What an engine asked its vendor, as the vendor's own description judged it. */
  readonly judged?: () => readonly JudgedRequest[];
  /** What the payment provider's page asks and says. */
  readonly payments: PaymentPageOptions;
  /** Stops what was started for it. */
  readonly close?: () => Promise<void>;
}

/** What a backend may know of the server that it is part of. */
export interface DemoSurroundings {
  /** The origin of the payment provider's page, once that is served. */
  readonly provider: () => string;
  /** Runs a module of the project, as Vite would serve it. */
  readonly load: (path: string) => Promise<unknown>;
}
