import { expect } from 'chai';
import fc from 'fast-check';
import { onTestFinished, vi } from 'vitest';

import { safeUrl } from '../../src/api/safe-url.js';

describe('safeUrl', () => {
  const refused = [
    '',
    ' ',
    '/path',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'pay.example',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'javascript://pay.example/%0aalert(1)',
    'data:text/html,<script>1</script>',
    'blob:https://pay.example/1',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://pay.example/',
    'http://pay.example/',
    'mailto:help@pay.example',
    'https:',
    'https://',
    'https://pay.example@evil.example/',
    'https://user:secret@pay.example/',
    'https://:secret@pay.example/',
    'https://pay.example:99999/',
    'https://./',
    'https://.../x',
    'https://foo.1../x',
    'https://pay .example/',
  ];
  for (const value of refused) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      expect(safeUrl(value)).to.equal(null);
    });
  }

  for (const value of [undefined, null, 1, {}, ['https://pay.example/']]) {
    it(`refuses what is no text: ${JSON.stringify(value)}`, () => {
      expect(safeUrl(value)).to.equal(null);
    });
  }

  const taken: [string, string][] = [
    ['https://pay.example/x?y=1#z', 'https://pay.example/x?y=1#z'],
    ['https:evil.example', 'https://evil.example/'],
    ['HTTPS://PAY.EXAMPLE', 'https://pay.example/'],
    ['https://pay.example./x', 'https://pay.example/x'],
    ['https://pay.example.../x', 'https://pay.example/x'],
    ['https://pay.example.:444/x', 'https://pay.example:444/x'],
    ['https://pay%2eexample/x', 'https://pay.example/x'],
    ['https://p\u0430y.example/', 'https://xn--py-7kc.example/'],
    ['https://pay.example/\tx', 'https://pay.example/x'],
  ];
  for (const [value, address] of taken) {
    it(`takes ${JSON.stringify(value)} for ${address}`, () => {
      expect(safeUrl(value)).to.equal(address);
    });
  }

  it('takes plain http between loopback hosts only', () => {
    for (const host of ['localhost', 'app.localhost', '127.0.0.1', '127.10.200.9', '[::1]']) {
      expect(safeUrl(`http://${host}:8080/x`, undefined, 'localhost'), host).to.be.a('string');
      expect(safeUrl('http://localhost/x', undefined, host), host).to.be.a('string');
      expect(safeUrl(`http://${host}/x`, undefined, 'console.example'), host).to.equal(null);
    }
    for (const host of ['pay.example', 'localhost.example', '127.0.0.1.example', 'xlocalhost']) {
      expect(safeUrl(`http://${host}/x`, undefined, 'localhost'), host).to.equal(null);
    }
    expect(safeUrl('ftp://localhost/x', undefined, 'localhost')).to.equal(null);
  });

  it('asks the page where it is, where there is one', () => {
    expect(safeUrl('http://localhost/x')).to.equal(null);
    vi.stubGlobal('location', { hostname: 'localhost' });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    expect(safeUrl('http://localhost/x')).to.equal('http://localhost/x');
  });

  it('keeps to the origins that the page named, exactly', () => {
    const origins = ['https://pay.example'];
    expect(safeUrl('https://pay.example/x', origins)).to.equal('https://pay.example/x');
    expect(safeUrl('https://pay.example./x', origins)).to.equal('https://pay.example/x');
    for (const other of ['evil.pay.example', 'pay.example.evil.example', 'pay.example:444']) {
      expect(safeUrl(`https://${other}/x`, origins), other).to.equal(null);
    }
    expect(safeUrl('https://pay.example/x', [])).to.equal(null);
  });

  it('answers null or an absolute https address without credentials, for any text', () => {
    const parts = fc.constantFrom(
      ...['https:', 'http:', 'javascript:', '//', '/', '\\', '@', ':', '.', '\t', '\n', '%2e', '?'],
      ...['pay.example', 'localhost', '#', '[', ']', 'user', '\u0000', '\u202e', 'İ'],
    );
    const addressLike = fc.array(parts, { maxLength: 8 }).map((texts) => texts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), addressLike), (value) => {
        const safe = safeUrl(value);
        if (safe === null) return;
        const { host, href, password, protocol, username } = new URL(safe);
        expect(protocol).to.equal('https:');
        expect(username + password).to.equal('');
        expect(host).to.match(/[^.]$/);
        expect(safe).to.equal(href);
        expect(safeUrl(safe), 'the same again').to.equal(safe);
      }),
      { numRuns: 1000 },
    );
  });
});
