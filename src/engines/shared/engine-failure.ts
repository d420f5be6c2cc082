import type { Answer } from '../../api/answer.js';
import { BillingError } from '../../api/billing-error.js';
import type { Clock } from '../../api/clock.js';
import { retryAfterOf } from '../../api/retry-after.js';

/** Characters of an engine's own text that a log gets. */
const MOST_TEXT = 2000;

/**
 * What an engine said when it refused or failed, for the host's log alone: it is the `cause` of a
 * `BillingError`, and no part of an answer.
 */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  readonly engine: string;
  /** The engine's own HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The engine's own words, cut to 2,000 characters; they may be personal. */
  readonly text: string;

  constructor(engine: string, status: number, text: string, cause?: unknown) {
    super(`${engine} answered ${status || 'nothing that can be read'}`, { cause });
    this.engine = engine;
    this.status = status;
    this.text = text.slice(0, MOST_TEXT);
  }
}

/** What an engine's refusal means in the contract, where its status alone doesn't say it. */
export type ReadRefusal = (
  status: number,
  body: unknown,
) => { readonly code: string; readonly status: number } | undefined;

const meanings: Readonly<Record<number, { code: string; status: number }>> = {
  400: { code: 'invalid_request', status: 422 },
  402: { code: 'payment_failed', status: 402 },
  404: { code: 'not_found', status: 404 },
  409: { code: 'conflict', status: 409 },
  410: { code: 'not_found', status: 404 },
  422: { code: 'invalid_request', status: 422 },
  429: { code: 'rate_limited', status: 429 },
};

/**
 * Anything else is a failure of the engine, or of our standing with it. So are 401 and 403: handed
 * on, they would make the widgets renew the person's token, while it is our key that is wrong.
 */
const failure = { code: 'upstream_unavailable', status: 502 };

/** An answer that is no success, as the error that the port rejects with. */
export function errorOfAnswer(
  {
    engine,
    readRefusal,
    secrets,
  }: { engine: string; readRefusal: ReadRefusal; secrets: readonly string[] },
  answer: Answer,
  clock: Clock,
): BillingError {
  const text = new TextDecoder().decode(answer.body);
  const { code, status } =
    readRefusal(answer.status, parsed(text)) ?? meanings[answer.status] ?? failure;
  return new BillingError(code, {
    status,
    retryable: status === 429 || (status === 502 && answer.status >= 500),
    retryAfter: retryAfterOf(answer.headers, clock),
    cause: new EngineFailure(engine, answer.status, withoutSecrets(text, secrets)),
  });
}

/** No answer, or none in time. */
export function errorOfSilence(engine: string, cause: unknown): BillingError {
  return new BillingError('upstream_unavailable', {
    status: 502,
    retryable: true,
    cause: new EngineFailure(engine, 0, '', cause),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}
