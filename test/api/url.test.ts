import { expect } from 'chai';
import fc from 'fast-check';

import { BillingError } from '../../src/api/billing-error.js';
import { urlOf } from '../../src/api/url.js';

const base = new URL('https://host.example/api/accounts/acc_1/?tenant=7');

describe('urlOf', () => {
  it('puts the path below the base, and keeps what the base asks', () => {
    const url = urlOf(base, ['usage'], { meter: 'a b&c', groupBy: undefined, limit: 5 });
    expect(url.pathname).to.equal('/api/accounts/acc_1/usage');
    expect([...url.searchParams]).to.eql([
      ['tenant', '7'],
      ['meter', 'a b&c'],
      ['limit', '5'],
    ]);
  });

  it('takes a base that ends in any number of slashes', () => {
    for (const end of ['', '/', '//']) {
      expect(urlOf(new URL(`https://host.example/api${end}`), ['usage']).pathname).to.equal(
        '/api/usage',
      );
    }
  });

  it('says what is wrong with a text that has no encoding', () => {
    expect(() => urlOf(base, ['\ud800']))
      .to.throw(BillingError)
      .with.property('cause')
      .that.is.instanceOf(URIError);
  });

  it('refuses segments that would leave their place', () => {
    for (const segment of ['', '.', '..', '\ud800']) {
      expect(() => urlOf(base, ['invoices', segment]), JSON.stringify(segment))
        .to.throw(BillingError)
        .with.property('code', 'invalid_request');
    }
  });

  it('keeps any id one segment below the base', () => {
    const id = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('../..', '%2e%2e', '..%2f', '/', '\\', '//evil', '?x', '#x', 'a/../b', '...'),
    );
    fc.assert(
      fc.property(
        id.filter((text) => !['', '.', '..'].includes(text)),
        (text) => {
          const { origin, pathname, search } = urlOf(base, ['invoices', text]);
          const [last, ...rest] = pathname.split('/').reverse();
          expect(origin + rest.reverse().join('/')).to.equal(
            'https://host.example/api/accounts/acc_1/invoices',
          );
          expect(decodeURIComponent(last ?? '')).to.equal(text);
          expect(search).to.equal('?tenant=7');
        },
      ),
    );
  });
});
