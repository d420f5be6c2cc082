export { createBillingHandler } from './handler.js';
export type { BillingHandler } from './handler.js';
export type { BillingAccess, BillingFailure, BillingHandlerOptions } from './options.js';
export type { BillingEngine } from './billing-engine.js';
export { memoryIdempotencyStore } from './idempotency.js';
export type { ConfirmedWrite, IdempotencyStore, MemoryIdempotencyOptions } from './idempotency.js';
export { BillingError } from '../api/billing-error.js';
export type { BillingErrorInit } from '../api/billing-error.js';
export type { BillingApi, CallOptions, WriteOptions } from '../api/billing-api.js';
