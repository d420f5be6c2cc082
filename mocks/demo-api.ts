import type { BillingHandler } from '../src/server/index.js';
import { isFaultName, withFault } from './faults.js';
import { createMockBackend } from './mock-backend.js';
import type { MockBackendOptions } from './mock-backend.js';

/** `/api/billing/accounts/standard/…`, or with a fault before it: `/api/slow/billing/…`. */
const address = /^\/api(?:\/([\w-]+))?\/billing\/accounts\//;

/**
 * The demo's backend. An element has nothing but its `api-base` to say what it is to meet, so the
 * fault stands in the path; the accounts are the same whatever fault they are seen through.
 */
export function createDemoApi(options: MockBackendOptions = {}): BillingHandler {
  const { handle } = createMockBackend(options);
  return (request) => {
    const url = new URL(request.url);
    const [prefix, fault = 'none'] = address.exec(url.pathname) ?? [];
    if (prefix === undefined || !isFaultName(fault)) return handle(request);
    url.pathname = url.pathname.replace(prefix, '/api/billing/accounts/');
    return withFault(handle, fault)(new Request(url, request));
  };
}
