/**
 * The contract's answers, as they are read: required fields first, then those that may be missing.
 * Enum values are open: what this version doesn't know passes through as sent.
 */
import type { Line, Money } from '../../billing/types.js';
import { decimal, fields, instant, text, token } from '../read.js';
import type { Read } from '../read.js';

export const idOf = ({ id }: { readonly id: string }): string => id;
export const no = (): boolean => false;
export const yes = (): boolean => true;

export const money = fields({ amount: decimal, currency: token }) satisfies Read<Money>;
export const period = fields({ start: instant, end: instant });
export const named = fields({ id: token, name: text });

export const line = fields(
  { description: text, amount: money },
  { kind: token, quantity: decimal, unitPrice: money, period },
) satisfies Read<Line>;
