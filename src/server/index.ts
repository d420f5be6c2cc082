export { createBillingHandler } from './handler.js';
export type {
  BillingAccess,
  BillingFailure,
  BillingHandler,
  BillingHandlerOptions,
} from './handler.js';
export { memoryIdempotencyStore } from './idempotency.js';
export type { ConfirmedWrite, IdempotencyStore, MemoryIdempotencyOptions } from './idempotency.js';
export { BillingError } from '../api/billing-error.js';
export type { BillingErrorInit } from '../api/billing-error.js';
export type { BillingApi, CallOptions, WriteOptions } from '../api/billing-api.js';
