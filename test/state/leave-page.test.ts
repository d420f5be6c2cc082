import { expect, waitUntil } from '@open-wc/testing';

import { leavePage } from '../../src/state/leave-page.js';
import { watchNavigations } from '../support/navigations.js';
import type { Navigations } from '../support/navigations.js';

describe('leaving the page', () => {
  let navigations: Navigations;
  beforeEach(() => {
    navigations = watchNavigations();
  });
  afterEach(() => {
    navigations.stop();
  });

  it('goes to an address that is safe to follow', async () => {
    expect(leavePage('https://pay.example.com/1', undefined)).to.equal(true);
    await waitUntil(() => navigations.to.length > 0, 'the way there');
    expect(navigations.to).to.eql(['https://pay.example.com/1']);
  });

  it('goes nowhere else, whoever has looked at the address before', () => {
    const allowed = ['https://pay.example.com'];
    for (const address of [
      'javascript:globalThis.hasRun = true',
      'https://pay.example.com.evil.example/',
      'https://evil.example/',
      'http://pay.example.com/',
      '//pay.example.com',
      '',
    ]) {
      expect(leavePage(address, allowed), address).to.equal(false);
    }
    expect(navigations.to).to.eql([]);
    expect(Reflect.has(globalThis, 'hasRun')).to.equal(false);
  });
});
