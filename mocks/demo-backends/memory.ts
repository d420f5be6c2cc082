import { createMockBackend } from '../mock-backend.js';
import type { MockBackend } from '../mock-backend.js';
import type { MemoryEngine } from '../memory-engine.js';
import { paymentAddress } from '../payment-page.js';
import type { DemoBackend, DemoSurroundings } from './demo-backend.js';

/** As many sessions as bring a low balance below the threshold of an automatic reload. */
const someSessions = 200;

const scenes: Readonly<Record<string, (engine: MemoryEngine) => void>> = {
  'clear-transfers': ({ simulate }) => {
    for (const { isTransfer, operationId } of simulate.waiting()) {
      if (isTransfer) simulate.settle(operationId, 'approved');
    }
  },
  'use-sessions': ({ simulate }) => {
    simulate.consume(someSessions);
  },
  'decline-cards': ({ simulate }) => {
    simulate.decline(true);
  },
  'accept-cards': ({ simulate }) => {
    simulate.decline(false);
  },
};

/** The memory engine, with an account for every world. */
export function memoryBackend({ provider }: DemoSurroundings): DemoBackend {
  return onMemory(
    createMockBackend({
      paymentPage: (account, operationId, returnUrl) =>
        paymentAddress(provider(), account, operationId, returnUrl),
    }),
  );
}

/** A mock backend as the demo's. */
export function onMemory({ engine, handle, startOver }: MockBackend): DemoBackend {
  return {
    handle,
    play: (account, scene) => {
      if (scene === 'start-over') startOver();
      scenes[scene]?.(engine(account));
    },
    ledger: (account) => engine(account).ledger,
    payments: {
      amountOf: (account, id) =>
        engine(account)
          .simulate.waiting()
          .find(({ operationId }) => operationId === id)?.amount,
      settle: (account, operationId, outcome) => {
        engine(account).simulate.settle(operationId, outcome);
      },
    },
  };
}
