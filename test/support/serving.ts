import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { WorldName } from '../../mocks/memory-engine.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { BillingErrorInit } from '../../src/api/billing-error.js';
import { storyTime } from './clock.js';

/** A world's memory engine, with single answers replaced. */
export function serving(
  answers: Partial<BillingApi> = {},
  world: WorldName = 'standard',
): BillingApi {
  return { ...createMemoryEngine({ world, now: () => Date.parse(storyTime) }), ...answers };
}

/** An operation that fails. */
export function failing(code: string, init: BillingErrorInit = { status: 503, retryable: true }) {
  return (): Promise<never> => Promise.reject(new BillingError(code, init));
}

/** An operation that never answers, but gives up when it is told to. */
export function unanswered(...args: readonly unknown[]): Promise<never> {
  const signal = args
    .map((arg) => (typeof arg === 'object' && arg !== null && 'signal' in arg ? arg.signal : null))
    .find((found) => found instanceof AbortSignal);
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

/** An answer that comes when the test lets it. */
export function held<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
