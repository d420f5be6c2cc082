import type { BillingHandler } from '../src/server/index.js';
import type { DemoBackend } from './demo-backends/demo-backend.js';
import { createDemoSessions } from './demo-sessions.js';
import { isFaultName, withFault } from './faults.js';
import { isWorldName } from './worlds/index.js';

/** `/api/billing/accounts/standard/…`, or with a fault before it: `/api/slow/billing/…`. */
const address = /^\/api(?:\/([\w-]+))?\/billing\/accounts\//;
/** `/api/billing/…`: whose account it is follows from who is logged on. */
const ownAddress = /^\/api(?:\/([\w-]+))?\/billing\/(?!accounts\/)/;
/** `/api/demo/standard/clear-transfers`: what happens behind the scenes; `…/ledger`: what has. */
const scene = /^\/api\/demo\/([\w-]+)\/([\w-]+)$/;

/**
 * The demo's backend. An element has nothing but its `api-base` to say what it is to meet, so the
 * fault stands in the path; the accounts are the same whatever fault they are seen through.
 */
export function createDemoApi(backend: DemoBackend): BillingHandler {
  const { handle, ledger, play } = backend;
  const sessions = createDemoSessions();

  /** Asks for the account of whoever is logged on. */
  const askOwn: BillingHandler = async (request) => {
    if (backend.ownAccount) return backend.ownAccount(request);
    const mine = sessions.accountOf(request);
    if (mine === undefined) return withFault(handle, '401')(request);
    const url = new URL(request.url);
    url.pathname = url.pathname.replace('/api/billing/', `/api/billing/accounts/${mine}/`);
    return handle(new Request(url, request));
  };

  const seenThrough = (
    fault: string,
    asked: BillingHandler,
    path: string,
    request: Request,
  ): Promise<Response> => {
    if (!isFaultName(fault)) return handle(request);
    const url = new URL(request.url);
    url.pathname = path;
    return withFault(asked, fault)(new Request(url, request));
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/session') return (backend.ownAccount ?? sessions.handle)(request);
    if (pathname === '/api/demo/judged') return Response.json(backend.judged?.() ?? []);
    const [, account, act] = scene.exec(pathname) ?? [];
    if (account !== undefined && act !== undefined) {
      if (!isWorldName(account)) return new Response(null, { status: 404 });
      if (request.method === 'GET' && act === 'ledger') {
        return Response.json((await ledger?.(account)) ?? []);
      }
      await play(account, act);
      return new Response(null, { status: 204 });
    }
    const [prefix, fault = 'none'] = address.exec(pathname) ?? [];
    if (prefix !== undefined) {
      return seenThrough(
        fault,
        handle,
        pathname.replace(prefix, '/api/billing/accounts/'),
        request,
      );
    }
    const [own, ownFault = 'none'] = ownAddress.exec(pathname) ?? [];
    if (own === undefined) return handle(request);
    return seenThrough(ownFault, askOwn, pathname.replace(own, '/api/billing/'), request);
  };
}
