import { http } from 'msw';
import type { HttpHandler } from 'msw';

import { withFault } from './faults.js';
import type { FaultName } from './faults.js';
import { createMockBackend } from './mock-backend.js';
import type { MockBackend } from './mock-backend.js';
import type { WorldName } from './memory-engine.js';

/** What a story or a test is served by. */
export interface Backend {
  /** The world of the account `acc_1`; left out, the standard one. */
  readonly world?: WorldName;
  /** What goes wrong; left out, nothing. */
  readonly fault?: FaultName;
  /** The current time in milliseconds; left out, the real one. */
  readonly now?: () => number;
}

/**
 * Request handlers for msw that serve the contract at `/api/billing/accounts/{account}`, by the same
 * handler as a real server. Each call starts with accounts as they are in the beginning.
 */
export function billingHandlers({ fault = 'none', ...options }: Backend = {}): HttpHandler[] {
  return backendHandlers(createMockBackend(options), fault);
}

/** The same over a backend that the caller holds, to see or to change what it keeps. */
export function backendHandlers(backend: MockBackend, fault: FaultName = 'none'): HttpHandler[] {
  const handle = withFault(backend.handle, fault);
  return [http.all('*/api/billing/accounts/:account/*', ({ request }) => handle(request))];
}
