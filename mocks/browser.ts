import { setupWorker } from 'msw/browser';

import { billingHandlers } from './handlers.js';

/** A service worker that serves the mock accounts to this page; `await worker.start()`. */
export const worker = setupWorker(...billingHandlers());
