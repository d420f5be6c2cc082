/** Who asks for somebody else's, on our handler over each engine, with two customers at its vendor. */
import { itKeepsTenantsApart } from '../support/tenants/matrix.js';
import { engineNames } from './support/engines.js';
import { hostOver, hostOverTwo } from './support/tenants.js';

for (const name of engineNames) {
  describe(`Of two customers of ${name}`, () => {
    itKeepsTenantsApart({ open: () => Promise.resolve(hostOver(name)), isExact: true });
  });
}

describe('Of two customers of stripe, whose usage openmeter counts', () => {
  itKeepsTenantsApart({ open: () => Promise.resolve(hostOverTwo()), isExact: true });
});
