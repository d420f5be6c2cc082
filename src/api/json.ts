import { badResponse } from './answer.js';
import type { Answer } from './answer.js';

export function contentTypeOf({ headers }: Answer): string {
  const type = headers.get('Content-Type') ?? '';
  return type.replace(/;.*/, '').trim().toLowerCase();
}

/** @throws {BillingError} `bad_response` where it is no JSON, by its type or by its syntax */
export function jsonOf(answer: Answer): unknown {
  if (!/^application\/(?:.+\+)?json$/.test(contentTypeOf(answer))) {
    throw badResponse('The answer is not JSON.');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body));
  } catch {
    throw badResponse('The answer is broken JSON.');
  }
}
