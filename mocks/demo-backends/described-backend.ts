import { startDescribed } from '../vendors/described-vendor.js';
import type { DescribedVendor } from '../vendors/described-vendor.js';
import { ofOurCustomer } from '../vendors/of-our-customer.js';
import type { DemoBackend, DemoSurroundings } from './demo-backend.js';
import { vendorBackend } from './vendor-backend.js';
import type { OpenVendorAccount } from './vendor-backend.js';

/**
 * The same engine over a mock of what the vendor publishes about its API. It can be read from; what
 * is written changes nothing.
 *
 * @param plan - One that the engine offers.
 */
export async function describedBackend(
  vendor: DescribedVendor,
  plan: string,
  open: OpenVendorAccount,
  surroundings: DemoSurroundings,
): Promise<DemoBackend> {
  const mock = await startDescribed(vendor);
  const through = (standIn: typeof globalThis.fetch) => ofOurCustomer(mock, plan, standIn);
  return {
    ...vendorBackend(open, surroundings, through),
    judged: () => mock.requests,
    close: mock.stop,
  };
}
