import { expect } from 'chai';

import { loadContract } from '../support/contract.js';
import { blocksIn } from './pages.js';

describe('JSON on a page', () => {
  const blocks = blocksIn('json');
  const contract = blocks.some(({ options }) => 'schema' in options) ? loadContract() : undefined;

  for (const { name, code, options } of blocks) {
    const { schema } = options;
    it(`can be read${schema ? `, and is a ${schema} of the contract` : ''}: ${name}`, () => {
      const value: unknown = JSON.parse(code);
      expect(value).not.to.equal(undefined);
      expect(schema === undefined ? [] : contract?.faultsOfSchema(schema, value)).to.eql([]);
    });
  }
});
