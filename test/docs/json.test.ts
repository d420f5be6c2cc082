import { expect } from 'chai';

import { loadContract } from '../../src/conformance/contract.js';
import { blocksIn } from './pages.js';

describe('JSON on a page', () => {
  const blocks = blocksIn('json');
  const contract = loadContract();

  for (const { name, code, options } of blocks) {
    const { answers, schema } = options;
    it(`can be read, and is by the contract what it says: ${name}`, () => {
      const value: unknown = JSON.parse(code);
      expect(answers === undefined ? [] : contract.faultsOf(answers, value)).to.eql([]);
      expect(schema === undefined ? [] : contract.faultsOfSchema(schema, value)).to.eql([]);
    });
  }
});
