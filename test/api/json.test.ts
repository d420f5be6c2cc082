import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
import { contentTypeOf, jsonOf } from '../../src/api/json.js';

function answer(type: string | undefined, body: string | Uint8Array<ArrayBuffer> = '{"id":"a"}') {
  return {
    status: 200,
    headers: new Headers(type === undefined ? {} : { 'Content-Type': type }),
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}

describe('contentTypeOf', () => {
  it('is the type alone, in small letters', () => {
    for (const type of ['application/pdf', 'Application/PDF', 'application/pdf ; a=b; c="d;e"']) {
      expect(contentTypeOf(answer(type)), type).to.equal('application/pdf');
    }
  });

  it('is empty where the server gave none', () => {
    expect(contentTypeOf(answer(undefined))).to.equal('');
  });
});

describe('jsonOf', () => {
  it('reads what is JSON by its type', () => {
    for (const type of ['application/json', 'application/problem+json; charset=utf-8']) {
      expect(jsonOf(answer(type)), type).to.eql({ id: 'a' });
    }
  });

  it('reads text in UTF-8, with or without a mark in front of it', () => {
    const read = (body: string) => jsonOf(answer('application/json', body));
    expect(read('"Zürich 😀"')).to.equal('Zürich 😀');
    expect(read('\ufeff"x"')).to.equal('x');
  });

  const refused: [string, ReturnType<typeof answer>, string][] = [
    ...[
      ...['text/html', 'text/json', 'application/jsonp', 'application/json-seq', 'application/'],
      ...['x-application/json', 'application/+json', 'application/xjson'],
    ].map((type): [string, ReturnType<typeof answer>, string] => [type, answer(type), 'not JSON']),
    ['no type', answer(undefined), 'not JSON'],
    ['half a document', answer('application/json', '{"id":'), 'broken JSON'],
    ['an empty body', answer('application/json', ''), 'broken JSON'],
    [
      'text that is no UTF-8',
      answer('application/json', Uint8Array.of(0x22, 0xe9, 0x22)),
      'broken JSON',
    ],
  ];
  for (const [name, bad, reason] of refused) {
    it(`refuses ${name} as ${reason}`, () => {
      expect(() => jsonOf(bad))
        .to.throw(BillingError)
        .that.includes({ code: 'bad_response', retryable: true })
        .and.has.nested.property('cause.message', `The answer is ${reason}.`);
    });
  }
});
