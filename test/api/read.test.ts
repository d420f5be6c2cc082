/** Where the pieces that answers are read with draw their lines. */
import { expect } from 'chai';

import {
  bool,
  date,
  decimal,
  fields,
  instant,
  namedValues,
  nullable,
  otherwise,
  rows,
  someRows,
  text,
  token,
  wholeFrom,
} from '../../src/api/read.js';
import type { Read, Reading } from '../../src/api/read.js';

function readingOf(read: Read<unknown>, value: unknown) {
  const reading: Reading = { path: ['top'], aside: [], wrong: '' };
  return { value: read(value, reading), ...reading };
}

const valueOf = (read: Read<unknown>, value: unknown) => readingOf(read, value).value;

/** The same value comes out, and nothing does of what is wrong. */
function draws(read: Read<unknown>, { right, wrong }: Record<'right' | 'wrong', unknown[]>) {
  for (const value of right) expect(valueOf(read, value), String(value)).to.equal(value);
  for (const value of wrong) expect(valueOf(read, value), String(value)).to.equal(undefined);
}

describe('A single value', () => {
  it('is a text, blank or not', () => {
    draws(text, { right: ['', ' ', 'Acme', '\ud83d'], wrong: [7, null, undefined, ['x'], {}] });
  });

  it('is a text of at most 10,000 characters, cut between two of them', () => {
    const long = 'x'.repeat(10_000);
    draws(text, { right: [long, `${long.slice(1)}\ud83d`], wrong: [] });
    expect(valueOf(text, `${long}y`)).to.equal(long);
    expect(valueOf(text, `${long.slice(1)}😀`)).to.equal(long.slice(1));
    expect(valueOf(text, `${long.slice(2)}😀y`)).to.equal(`${long.slice(2)}😀`);
    expect(valueOf(text, `😀${long}`)).to.equal(`😀${long.slice(2)}`);
  });

  it('is a token, as long as it is and never blank', () => {
    draws(token, { right: ['a', ' a ', 'x'.repeat(20_000)], wrong: ['', ' ', '\t\n', 7, null] });
  });

  it('is true or false, and nothing that counts as such', () => {
    draws(bool, { right: [true, false], wrong: [0, 1, 'true', '', null, undefined] });
  });

  it('is a whole number that is exact and not below the least', () => {
    draws(wholeFrom(1), {
      right: [1, 2, 2 ** 53 - 1],
      wrong: [0, -1, 1.5, 2 ** 53, Infinity, NaN, '3', [3], true, null, undefined],
    });
    draws(wholeFrom(0), { right: [0], wrong: [-1] });
  });

  it('is a decimal of at most 100 characters, without the sign of a zero', () => {
    const long = '9'.repeat(100);
    draws(decimal, { right: ['0', '-3.40', '0.00012', long], wrong: [`${long}9`, '1e3', 3, null] });
    expect(valueOf(decimal, '-0.00')).to.equal('0.00');
  });

  it('is a day of the years 2000 to 2100', () => {
    draws(date, {
      right: ['2000-01-01', '2028-02-29', '2099-12-31', '2100-12-31'],
      wrong: [
        ...['1999-12-31', '2101-01-01', '3000-01-01', '2026-02-29', '2026-1-1', '2026-03-18 '],
        ...['12026-03-18', '2026-03-18T00:00:00Z', '', 20260318, null],
      ],
    });
  });

  it('is an instant of those years, with its offset', () => {
    draws(instant, {
      right: [
        ...['2000-01-01T00:00:00Z', '2026-03-18T23:59:59Z', '2026-03-18T09:05:59.5Z'],
        ...['2026-03-18T19:30:00.123456789Z', '2026-03-18T15:30:00+05:45'],
        ...['2026-03-18T15:30:00-12:00', '2100-12-31T23:59:59.999+14:00'],
      ],
      wrong: [
        ...['2026-03-18T24:00:00Z', '2026-03-18T30:00:00Z', '2026-03-18T15:60:00Z'],
        ...['2026-03-18T15:30:60Z', '2026-03-18T15:30Z', '2026-03-18T15:30:00:00Z'],
        ...['2026-03-18T15:30:00', '2026-03-18 15:30:00Z', '2026-03-18T15:30:00.Z'],
        ...['2026-03-18T15:30:00+20:00', '2026-03-18T15:30:00+05:60', '2026-03-18T15:30:00+0545'],
        ...['2026-03-18T15:30:00.1234567891Z', '2026-03-18T15:30:00Z ', '2026-03-18T5:30:00Z'],
        ...['2026-03-18 2026-03-18T15:30:00Z', '2026-02-29T15:30:00Z', '2026-03-18T15:a0:00Z'],
        ...['2101-01-01T00:00:00Z', '1999-12-31T00:00:00.2030-05:00', '2026-03-1T15:30:00Z'],
        ...['2026-03-18T15:30:00.xZ', '2026-03-18T15:30:00+a5:00', 1773847800000, null],
      ],
    });
  });

  it('is null where null has a meaning', () => {
    draws(nullable(token), { right: ['a', null], wrong: ['', 7, undefined] });
  });

  it('is the default where it is missing, null or wrong', () => {
    const read = otherwise(bool, () => true);
    expect([false, true, undefined, null, 'no'].map((value) => valueOf(read, value))).to.eql([
      ...[false, true, true, true, true],
    ]);
  });
});

describe('An object', () => {
  const read = fields({ id: token }, { name: text }, { tax: decimal });

  it('has the fields that are named, those that are its own', () => {
    const given = { id: 'a', name: 'A', tax: '1', more: 7 };
    expect(valueOf(read, given)).to.eql({ id: 'a', name: 'A', tax: '1' });
    expect(valueOf(read, Object.create(given))).to.equal(undefined);
    expect(valueOf(read, { id: 'a' })).to.have.all.keys('id');
  });

  it('is none without a required field', () => {
    for (const bad of [{}, { id: null }, { id: 7 }, { name: 'A' }, 'id', 7, null, undefined]) {
      expect(valueOf(read, bad), JSON.stringify(bad)).to.equal(undefined);
    }
  });

  it('does without an optional field, and is none where one must be right and is not', () => {
    for (const more of [{}, { name: null, tax: null }, { name: 7 }]) {
      expect(valueOf(read, { id: 'a', ...more }), JSON.stringify(more)).to.eql({ id: 'a' });
    }
    expect(valueOf(read, { id: 'a', tax: 1 })).to.equal(undefined);
  });

  it('names the innermost place of what is wrong, and none where all is right', () => {
    const outer = fields({ inner: read, last: bool });
    expect(readingOf(outer, { inner: { id: 7 }, last: true })).to.deep.include({
      ...{ value: undefined, wrong: 'top.inner.id', path: ['top'] },
    });
    expect(readingOf(outer, { inner: 7 }).wrong).to.equal('top.inner');
    expect(readingOf(outer, { inner: { id: 'a', name: 7 } }).wrong).to.equal('top.last');
    expect(readingOf(outer, { inner: { id: 'a', name: 7 }, last: true }).wrong).to.equal('');
  });
});

describe('Values by names of the server', () => {
  const read = namedValues(nullable(decimal));

  it('are all right, or none', () => {
    expect(valueOf(read, { Web: '1', App: null })).to.deep.include({ Web: '1', App: null });
    for (const bad of [{ Web: '1', App: 2 }, 'Web', null, undefined]) {
      expect(valueOf(read, bad), JSON.stringify(bad)).to.equal(undefined);
    }
  });

  it('have no prototype, and give nobody one', () => {
    const named = valueOf(read, JSON.parse('{"__proto__":"1","toString":"2"}'));
    expect(Object.getPrototypeOf(named)).to.equal(null);
    expect(Object.keys(named as object)).to.eql(['toString']);
  });
});

describe('Rows', () => {
  const row = fields({ id: token });
  const idOf = ({ id }: { id: string }) => id;
  const [a, b] = [{ id: 'a' }, { id: 'b' }];

  it('are good ones; the others are set aside by their places', () => {
    const { aside, value } = readingOf(rows(row), [7, a, { id: 7 }, b]);
    expect(value).to.eql([a, b]);
    expect(aside).to.eql(['top.0', 'top.2.id']);
  });

  it('come once under an id, and as often as they were sent where they have none', () => {
    const { aside, value } = readingOf(rows(row, idOf), [a, b, a]);
    expect(value).to.eql([a, b]);
    expect(aside).to.eql(['top.2 (again)']);
    expect(readingOf(rows(row), [a, a])).to.deep.include({ value: [a, a], aside: [] });
  });

  it('are one place each, whatever was set aside inside of them', () => {
    const outer = rows(fields({ id: token }, { parts: rows(row) }));
    const given = [{ ...a, parts: [7] }, { parts: [7, 8] }, { ...b, parts: [a, 7] }];
    const { aside, value } = readingOf(outer, given);
    expect(value).to.eql([
      { ...a, parts: [] },
      { ...b, parts: [a] },
    ]);
    expect(aside).to.eql(['top.0.parts.0', 'top.1.id', 'top.2.parts.1']);
  });

  it('are a list', () => {
    for (const read of [rows(row), someRows(row)]) {
      draws(read, { right: [], wrong: [{ length: 0 }, 'ab', 7, null, undefined] });
    }
  });

  it('may be none, but not where all that came are bad and the answer is about them', () => {
    expect(valueOf(rows(row), [7])).to.eql([]);
    expect(valueOf(someRows(row), [])).to.eql([]);
    expect(valueOf(someRows(row), [7])).to.equal(undefined);
    expect(valueOf(someRows(row, idOf), [7, a, a])).to.eql([a]);
  });
});
