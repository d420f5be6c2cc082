import { expect } from 'chai';

import { account as readAccount } from '../../src/api/answers/account.js';
import { balances as readBalances } from '../../src/api/answers/balances.js';
import { invoiceDetail, invoicePage } from '../../src/api/answers/invoices.js';
import { operation } from '../../src/api/answers/payments.js';
import { changePreview, plans, subscription } from '../../src/api/answers/plans.js';
import { usageRecordPage, usageSeries } from '../../src/api/answers/usage.js';
import { BillingError } from '../../src/api/billing-error.js';
import { decode } from '../../src/api/decode.js';
import type { Read } from '../../src/api/read.js';
import { account, balance, invoice, series } from './support/answers.js';

const warnings: string[] = [];
const warn = console.warn;

const balancesOf = (...items: unknown[]) => decode('balances', readBalances, { items });
const onlyBalance = (more: object) => balancesOf({ ...balance, ...more }).items[0];
const bucketsOf = (...buckets: unknown[]) => decode('usage', usageSeries, { ...series, buckets });

describe('decode', () => {
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  });

  afterEach(() => {
    console.warn = warn;
  });

  it('applies the defaults of the contract', () => {
    const read = decode('account', readAccount, account);
    expect(read.slots).to.eql(['plan']);
    expect(read.meters[0]).to.include({ timeZones: 'any' });
    expect(read.meters[0]?.granularities).to.eql(['day', 'month']);
    expect(onlyBalance({})).to.include({ status: 'ok' });
    expect(decode('invoices', invoicePage, { items: [invoice], nextCursor: null }).items[0]?.pdf).to
      .be.true;
    expect(decode('plans', plans, { items: [{ id: 'p', name: 'P' }] }).items[0]).to.eql({
      id: 'p',
      name: 'P',
      intervalCount: 1,
      recommended: false,
      change: 'switch',
    });
    expect(bucketsOf(...series.buckets).buckets.map(({ partial }) => partial)).to.eql([
      false,
      true,
    ]);
  });

  it('lets values of an enum through that it does not know', () => {
    const plan = { id: 'p', name: 'P', interval: 'fortnight', change: 'sidegrade' };
    const current = { slot: 'plan', status: 'frozen', plan };
    expect(decode('subscription', subscription, current)).to.deep.include({
      status: 'frozen',
      plan: { ...plan, intervalCount: 1, recommended: false },
    });
    expect(onlyBalance({ status: 'dormant', kind: 'points', currency: 'USDT' })).to.include({
      status: 'dormant',
      kind: 'points',
      currency: 'USDT',
    });
  });

  it('drops fields that the contract does not name', () => {
    expect(onlyBalance({ secret: 1, toString: 'x' })).to.eql({ ...balance, status: 'ok' });
  });

  describe('of what is optional', () => {
    it('takes null and what is wrong for missing', () => {
      const wrong = { granted: null, used: 5, unit: {}, resetsAt: 'soon', grants: {}, topUp: null };
      expect(onlyBalance(wrong)).to.eql({ ...balance, status: 'ok' });
      expect(warnings).to.eql([]);
    });

    it('keeps null where it has a meaning', () => {
      const plan = {
        id: 'p',
        name: 'P',
        price: null,
        allowances: [{ meter: 'm', included: null }],
      };
      const read = decode('subscription', subscription, {
        slot: 'plan',
        status: 'active',
        plan,
        renewsAt: null,
      });
      expect(read.renewsAt).to.equal(null);
      expect(read.plan).to.include({ price: null });
      expect(read.plan?.allowances).to.eql([{ meter: 'm', included: null }]);
      expect(onlyBalance({ remaining: null })).to.include({ remaining: null });
    });

    it('leaves out a whole whose part is wrong', () => {
      const topUp = { unitPrice: { amount: 0.2, currency: 'USD' }, options: [] };
      expect(onlyBalance({ topUp })?.topUp).to.eql({ options: [] });
      const can = { topUp: { allowed: 'yes' }, changePlan: { allowed: false, reason: 7 } };
      expect(decode('account', readAccount, { ...account, can }).can).to.eql({
        changePlan: { allowed: false },
      });
    });

    it('takes no instant from outside of 2000 to 2100', () => {
      const good = ['2000-01-01T00:00:00Z', '2100-12-31T23:59:59.999+14:00'];
      const bad = [
        ...['1970-01-01T00:00:00Z', '1999-12-31T23:59:59Z', '2101-01-01T00:00:00Z'],
        ...['9999-12-31T00:00:00Z', '2026-02-30T00:00:00Z', '2026-03-18', '2026-03-18T25:00:00Z'],
        ...['2026-03-18T15:30:00', '+012026-03-18T15:30:00Z', 1773847800000, 'Wed Mar 18 2026'],
      ];
      for (const at of good) expect(onlyBalance({ asOf: at })?.asOf, at).to.equal(at);
      for (const at of bad)
        expect(onlyBalance({ asOf: at }), String(at)).not.to.have.property('asOf');
    });

    it('never takes an estimate for exact, or a feature for granted', () => {
      const preview = {
        effectiveAt: '2026-03-18T15:30:00Z',
        dueNow: { amount: '1.00', currency: 'USD' },
        lines: [],
      };
      const exact = (more: object) =>
        decode('previewChange', changePreview, { ...preview, ...more }).exact;
      expect(exact({})).to.equal(true);
      expect(exact({ exact: true })).to.equal(true);
      for (const value of [false, null, 'true', 1]) expect(exact({ exact: value })).to.equal(false);

      const values = [{}, { value: false }, { value: '8×5' }, { value: null }, { value: 24 }];
      const features = values.map((value) => ({ name: 'Support', ...value }));
      const read = decode('plans', plans, { items: [{ id: 'p', name: 'P', features }] });
      expect(read.items[0]?.features?.map(({ value }) => value)).to.eql([true, false, '8×5']);
      expect(read.setAside).to.equal(2);
    });
  });

  describe('of rows', () => {
    it('sets a bad one aside, counts it, and tells the console where it stood', () => {
      const read = balancesOf(balance, { ...balance, id: 'b2', remaining: 'Jane Doe' }, null, 'x');
      expect(read.items.map(({ id }) => id)).to.eql(['b1']);
      expect(read.setAside).to.equal(3);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('balances.items.1.remaining, balances.items.2, ');
      expect(warnings[0]).not.to.include('Jane');
    });

    it('says nothing where all are good', () => {
      expect(balancesOf(balance)).not.to.have.property('setAside');
      expect(warnings).to.eql([]);
    });

    it('finds them at any depth', () => {
      const grants = [
        { id: 'g', name: 'Free', remaining: '1.00' },
        { id: 'h', name: 'Bad' },
      ];
      const read = balancesOf({ ...balance, grants });
      expect(read.items[0]?.grants).to.have.length(1);
      expect(read.setAside).to.equal(1);
      expect(warnings[0]).to.include('balances.items.0.grants.1.remaining');
    });

    it('counts a bad row once, whatever is wrong inside of it', () => {
      const grants = [{ id: 'g' }, { id: 'h' }];
      expect(balancesOf(balance, { ...balance, grants }).setAside).to.equal(1);
    });

    it('shows one that comes twice once', () => {
      const read = balancesOf(balance, { ...balance, remaining: '9.00' });
      expect(read.items.map(({ remaining }) => remaining)).to.eql(['184.60']);
      expect(read.setAside).to.equal(1);
      expect(warnings[0]).to.include('balances.items.1 (again)');
    });

    it('names ten of them, and says where there are more', () => {
      const bad = (length: number) => Array.from({ length }, () => ({}));
      balancesOf(balance, ...bad(10));
      balancesOf(balance, ...bad(1000));
      const ten = Array.from({ length: 10 }, (_, at) => `balances.items.${at + 1}.id`).join(', ');
      expect(warnings).to.eql([
        `Could not read 10 of the rows: ${ten}`,
        `Could not read 1000 of the rows: ${ten} …`,
      ]);
    });

    it('sorts buckets, and draws one whose groups are wrong as a gap', () => {
      const read = bucketsOf(
        { start: '2026-03-13', value: '3', groups: { Web: '3' } },
        { start: '2026-03-12', value: '2', groups: { Web: 2 } },
        { start: '2026-03-10', value: '1', groups: null },
        { start: '2026-03-10', value: '7' },
      );
      expect(read.buckets.map(({ start, value }) => [start, value])).to.eql([
        ['2026-03-10', '1'],
        ['2026-03-13', '3'],
      ]);
      expect(read.setAside).to.equal(2);
    });

    it('takes cells of a record as text, exact number or null', () => {
      const record = { id: 'r', at: '2026-03-18T04:13:00Z' };
      const page = (...cells: unknown[]) =>
        decode('usageRecords', usageRecordPage, {
          items: cells.map((cell, index) => ({ ...record, id: `r${index}`, values: { cell } })),
          nextCursor: null,
        });
      const good = ['x', 1.5, -7, null, 2 ** 53 - 1, 1 - 2 ** 53];
      expect(page(...good).items.map(({ values }) => values['cell'])).to.eql(good);
      expect(page(2 ** 53, true, {}, []).setAside).to.equal(4);
    });
  });

  describe('of an answer as a whole', () => {
    const wrong: [string, Read<object>, unknown][] = [
      ['account.currency', readAccount, { ...account, currency: ' ' }],
      ['account.can', readAccount, { ...account, can: null }],
      ['usage.from', usageSeries, { ...series, from: '2026-02-30' }],
      ['usage.buckets', usageSeries, { ...series, buckets: null }],
      ['invoices.nextCursor', invoicePage, { items: [] }],
      ['invoice.lines', invoiceDetail, invoice],
      [
        'invoice.total.amount',
        invoiceDetail,
        { ...invoice, total: { amount: 1, currency: 'USD' } },
      ],
      ['subscription.slot', subscription, { slot: 'other', status: 'none', plan: null }],
      ['subscription.plan.name', subscription, { slot: 'plan', status: 'x', plan: { id: 'p' } }],
      ['operation.status', operation, { id: 'op_1' }],
      ['balances', readBalances, null],
      ['balances', readBalances, 'text'],
      ['balances.items', readBalances, [balance]],
      // As an empty list it would take the place of the one before.
      ['balances.items.1.name', readBalances, { items: [null, { id: 'b1' }] }],
      ['usage.buckets.0.value', usageSeries, { ...series, buckets: [{ start: '2026-03-10' }] }],
      ['invoices.items.0', invoicePage, { items: [7], nextCursor: null }],
    ];
    for (const [place, read, json] of wrong) {
      it(`is a bad response where ${place} is wrong, and says so without its value`, () => {
        const [what = ''] = place.split('.');
        expect(() => decode(what, read, json))
          .to.throw(BillingError)
          .with.property('code', 'bad_response');
        try {
          decode(what, read, json);
        } catch (error) {
          expect(error).to.have.nested.property('cause.message').that.includes(`${place} is not`);
        }
      });
    }
  });

  describe('of amounts', () => {
    it('takes decimal text only', () => {
      const bad = [184.6, '1e3', '+1', '01', '.5', '1.', '1,5', '0x1', '', ' 1', 'NaN', '٣', null];
      for (const used of bad) {
        expect(onlyBalance({ used }), String(used)).not.to.have.property('used');
      }
      expect(onlyBalance({ used: '9'.repeat(101) })).not.to.have.property('used');
    });

    it('keeps the digits sent, but no sign of a zero', () => {
      for (const [sent, kept] of [
        ['-0', '0'],
        ['-0.00', '0.00'],
        ['-0.10', '-0.10'],
        ['1000.00', '1000.00'],
        ['0.00012', '0.00012'],
        ['-3.40', '-3.40'],
      ]) {
        expect(onlyBalance({ used: sent })).to.include({ used: kept });
      }
    });
  });

  it('cuts a text that no page can hold, between characters', () => {
    const name = (text: string) => onlyBalance({ name: text })?.name;
    expect(name('x'.repeat(10_000))).to.have.length(10_000);
    expect(name('x'.repeat(20_000))).to.have.length(10_000);
    expect(name(`${'x'.repeat(9_999)}😀`)).to.equal('x'.repeat(9_999));
    expect(onlyBalance({ id: 'x'.repeat(20_000) })?.id, 'an id stays whole').to.have.length(20_000);
  });
});
