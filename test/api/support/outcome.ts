import { BillingError } from '../../../src/api/billing-error.js';

/** The error that a promise rejects with; fails where it does not. */
export async function errorOf(work: Promise<unknown>): Promise<BillingError> {
  const thrown = await reasonOf(work);
  if (thrown instanceof BillingError) return thrown;
  throw new Error('It was no BillingError.', { cause: thrown });
}

/** Whatever a promise rejects with. */
export async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (reason) {
    return reason;
  }
  throw new Error('It did not reject.');
}
