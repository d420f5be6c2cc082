import { BillingError } from '../api/billing-error.js';
import { safeUrl } from '../api/safe-url.js';
import type { InvoicePdf } from '../billing/types.js';
import { etagOf, isNamedBy } from './etag.js';
import { refusal, retryHeader } from './problem.js';
import type { Route } from './route.js';

/** What the port answered, as the contract's response. */
export async function answerResponse(
  request: Request,
  answer: unknown,
  route: Route,
): Promise<Response> {
  // An engine that was written without types may forget to return something.
  if (typeof answer !== 'object' || answer === null) {
    const cause = new TypeError('The engine answered with no object.');
    throw new BillingError('upstream_unavailable', { status: 502, cause });
  }
  if (route.operation === 'getInvoicePdf') {
    return pdfResponse(answer as InvoicePdf, new URL(request.url).hostname);
  }
  const body = JSON.stringify(answer);
  if (!route.isTagged) return jsonResponse(body, { 'Cache-Control': 'no-store' });
  const etag = await etagOf(body);
  // It may be kept, but asked for anew each time: another person may have signed in.
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  return isNamedBy(request.headers.get('If-None-Match'), etag)
    ? new Response(null, { status: 304, headers })
    : jsonResponse(body, headers);
}

function jsonResponse(body: string, headers: Record<string, string>): Response {
  return new Response(body, { headers: { 'Content-Type': 'application/json', ...headers } });
}

function pdfResponse(pdf: InvoicePdf, host: string): Response {
  if (pdf.kind === 'file') {
    return new Response(pdf.file, {
      headers: {
        'Content-Type': 'application/pdf',
        // Shown in a tab it would be a document of the host's own origin.
        'Content-Disposition': 'attachment',
        'Cache-Control': 'no-store',
      },
    });
  }
  if (pdf.kind === 'preparing') {
    return new Response(null, {
      status: 202,
      headers: { ...retryHeader(pdf.retryAfter ?? 2), 'Cache-Control': 'no-store' },
    });
  }
  const { url, expiresAt } = pdf;
  if (safeUrl(url, undefined, host) === null) throw refusal('upstream_unavailable', 502);
  return jsonResponse(JSON.stringify({ url, expiresAt }), { 'Cache-Control': 'no-store' });
}
