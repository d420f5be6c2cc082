import type { BillingHandler } from '../src/server/index.js';
import { createDemoSessions } from './demo-sessions.js';
import { isFaultName, withFault } from './faults.js';
import type { MemoryEngine } from './memory-engine.js';
import type { MockBackend } from './mock-backend.js';
import { isWorldName } from './worlds/index.js';

/** `/api/billing/accounts/standard/…`, or with a fault before it: `/api/slow/billing/…`. */
const address = /^\/api(?:\/([\w-]+))?\/billing\/accounts\//;
/** `/api/billing/…`: whose account it is follows from who is logged on. */
const ownAddress = /^\/api(?:\/([\w-]+))?\/billing\/(?!accounts\/)/;
/** `/api/demo/standard/clear-transfers`: what happens behind the scenes; `…/ledger`: what has. */
const scene = /^\/api\/demo\/([\w-]+)\/([\w-]+)$/;

/** As many sessions as bring a low balance below the threshold of an automatic reload. */
const someSessions = 200;

const scenes: Readonly<Record<string, (engine: MemoryEngine) => void>> = {
  'clear-transfers': ({ simulate }) => {
    for (const { isTransfer, operationId } of simulate.waiting()) {
      if (isTransfer) simulate.settle(operationId, 'approved');
    }
  },
  'use-sessions': ({ simulate }) => {
    simulate.consume(someSessions);
  },
  'decline-cards': ({ simulate }) => {
    simulate.decline(true);
  },
  'accept-cards': ({ simulate }) => {
    simulate.decline(false);
  },
};

/**
 * The demo's backend. An element has nothing but its `api-base` to say what it is to meet, so the
 * fault stands in the path; the accounts are the same whatever fault they are seen through.
 */
export function createDemoApi({ engine, handle, startOver }: MockBackend): BillingHandler {
  const sessions = createDemoSessions();

  const seenThrough = (fault: string, request: Request, url: URL) =>
    isFaultName(fault) ? withFault(handle, fault)(new Request(url, request)) : handle(request);

  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/api/session') return sessions.handle(request);
    const [, account, act] = scene.exec(url.pathname) ?? [];
    if (account !== undefined && act !== undefined) {
      if (!isWorldName(account)) return new Response(null, { status: 404 });
      if (request.method === 'GET' && act === 'ledger') {
        return Response.json(engine(account).ledger);
      }
      if (act === 'start-over') startOver();
      scenes[act]?.(engine(account));
      return new Response(null, { status: 204 });
    }
    const [prefix, fault = 'none'] = address.exec(url.pathname) ?? [];
    if (prefix !== undefined) {
      url.pathname = url.pathname.replace(prefix, '/api/billing/accounts/');
      return seenThrough(fault, request, url);
    }
    const [own, ownFault = 'none'] = ownAddress.exec(url.pathname) ?? [];
    if (own === undefined) return handle(request);
    const mine = sessions.accountOf(request);
    if (mine === undefined) return withFault(handle, '401')(request);
    url.pathname = url.pathname.replace(own, `/api/billing/accounts/${mine}/`);
    return seenThrough(ownFault, request, url);
  };
}
