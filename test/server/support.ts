import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { createBillingHandler } from '../../src/server/index.js';
import type {
  BillingAccess,
  BillingHandler,
  BillingHandlerOptions,
} from '../../src/server/index.js';

type Settings = Partial<BillingHandlerOptions<BillingAccess>>;

/** A handler at `/billing` over the standard world, with single answers and settings replaced. */
export function handlerOver(
  answers: Partial<BillingApi> = {},
  settings: Settings = {},
): BillingHandler {
  const engine = createMemoryEngine({ world: 'standard' });
  return createBillingHandler({
    basePath: '/billing',
    authorize: () => ({ account: 'acc_a' }),
    engine: () => ({ ...engine, ...answers }),
    nameRequest: () => 'req_test',
    ...settings,
  });
}

export const get = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(`http://host.test${path}`, { headers });

/** A write as a page of the host's own sends it. */
export function write(
  path: string,
  body: unknown,
  { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Request {
  return new Request(`http://host.test${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': 'a-key-of-the-tests',
      'X-Requested-With': 'XMLHttpRequest',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A request without one of its headers. */
export function without(header: string, request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete(header);
  return new Request(request, { headers });
}

/** An answer that must not be asked for. */
export const unasked = (): Promise<never> => Promise.reject(new Error('The engine was asked.'));

interface SentProblem {
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly requestId?: string;
  readonly errors?: readonly {
    readonly parameter?: string;
    readonly pointer?: string;
    readonly detail: string;
  }[];
}

export async function problemOf(response: Response): Promise<SentProblem> {
  return (await response.json()) as SentProblem;
}

/** Status, code and the first field or parameter of a problem. */
export async function refusalOf(response: Response): Promise<readonly unknown[]> {
  const { code, errors } = await problemOf(response);
  return [response.status, code, errors?.[0]?.parameter ?? errors?.[0]?.pointer];
}
