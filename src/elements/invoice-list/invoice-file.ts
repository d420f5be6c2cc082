import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import { safeUrl } from '../../api/safe-url.js';
import type { Invoice } from '../../billing/types.js';

/** What there is of an invoice at the server. */
export type ServerFile =
  | { readonly kind: 'file'; readonly file: Blob }
  | { readonly kind: 'link'; readonly href: string }
  /** The server has none. */
  | { readonly kind: 'none' };

export interface ServerFileOptions {
  readonly signal: AbortSignal;
  readonly allowedOrigins: readonly string[] | undefined;
}

/** A file that takes longer than this is given up; milliseconds. */
const longestWait = 60_000;
/** Where the server does not say when to ask again; milliseconds. */
const pause = 2_000;
/** A server that says "at once" each time is not asked without end; milliseconds. */
const shortestPause = 1_000;

/**
 * The server's own file, untouched, or a link to it. It asks again while the file is being made.
 * @throws {BillingError} `timeout` where that takes too long, `unsafe_url` for a link that leads
 * nowhere good, or the server's refusal
 */
export async function serverFile(
  client: BillingApi,
  invoice: Invoice,
  { allowedOrigins, signal }: ServerFileOptions,
): Promise<ServerFile> {
  if (!invoice.pdf) return { kind: 'none' };
  for (let waited = 0; ;) {
    signal.throwIfAborted();
    const answer = await client.invoicePdf(invoice.id, { signal }).catch(noneWhereNotSupported);
    if (answer === null) return { kind: 'none' };
    if (answer.kind === 'file') return answer;
    if (answer.kind === 'link') {
      const href = safeUrl(answer.url, allowedOrigins);
      if (href === null) throw new BillingError('unsafe_url');
      return { kind: 'link', href };
    }
    const wait =
      answer.retryAfter === undefined ? pause : Math.max(answer.retryAfter * 1000, shortestPause);
    if (waited + wait > longestWait) throw new BillingError('timeout', { retryable: true });
    await pauseFor(wait, signal);
    waited += wait;
  }
}

/** Why there is no file; what is no answer of the server is a fault of the code that was fetched. */
export function fileErrorOf(cause: unknown): BillingError {
  return cause instanceof BillingError
    ? cause
    : new BillingError('module_failed', { retryable: true, cause });
}

function noneWhereNotSupported(cause: unknown): null {
  const error = BillingError.from(cause);
  if (error.code === 'not_supported') return null;
  throw error;
}

function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
