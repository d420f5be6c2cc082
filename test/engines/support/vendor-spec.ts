/**
 * A vendor's published API description as the judge of what an engine sends. The mock's answers are
 * random by schema, so tests that use it look at shapes, never at values. Without the description a
 * suite says so, and counts as skipped.
 */
import { expect } from 'chai';

import { startDescribed } from '../../../mocks/vendors/described-vendor.js';
import type {
  DescribedVendor,
  JudgedRequest,
  RunningMock,
  VendorMock,
} from '../../../mocks/vendors/described-vendor.js';
import { hasDescription } from '../../support/descriptions.js';

/**
 * A suite over the mock of a description. A test fails with any request in which the description
 * finds a fault.
 *
 * @param isExcused - Whether a fault is not the engine's.
 */
export function describeOverSpec(
  title: string,
  vendor: DescribedVendor,
  suite: (mock: () => VendorMock) => void,
  isExcused: (fault: string, request: JudgedRequest) => boolean = () => false,
): void {
  describe(title, () => {
    if (!hasDescription(vendor)) return;
    let mock: RunningMock | undefined;
    let judged = 0;
    beforeAll(async () => {
      mock = await startDescribed(vendor);
    });
    afterEach(() => {
      const latest = mock?.requests.slice(judged) ?? [];
      judged += latest.length;
      const refused = latest.filter((one) => one.faults.some((fault) => !isExcused(fault, one)));
      expect(refused, 'refused by the description').to.deep.equal([]);
    });
    afterAll(async () => {
      await mock?.stop();
      expect(judged, 'requests that the description judged').to.be.greaterThan(0);
    });
    suite(() => {
      if (!mock) throw new Error('The mock is not running.');
      return mock;
    });
  });
}
