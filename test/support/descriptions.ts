import { existsSync } from 'node:fs';

import { descriptionOf } from '../../mocks/vendors/described-vendor.js';
import type { DescribedVendor } from '../../mocks/vendors/described-vendor.js';

/**
 * Whether a suite has the vendor's description, which is no part of this project. Where it is
 * absent, the suite says so, and counts as skipped.
 */
export function hasDescription(vendor: DescribedVendor): boolean {
  const path = descriptionOf(vendor);
  if (existsSync(path)) return true;
  it(`is skipped: ${path} is absent`, (context) => {
    (context as unknown as { skip: (why: string) => void }).skip(`${path} is absent`);
  });
  return false;
}
