import { expect } from 'chai';

import { get, handlerOver, problemOf, refusalOf, unasked, without, write } from './support.js';

const usage = '/billing/usage?meter=sessions&granularity=day&from=2026-03-01&to=2026-03-02';
const records = '/billing/usage/records?meter=sessions&from=2026-03-01&to=2026-03-02';

const asksNobody = handlerOver({
  usage: unasked,
  usageRecords: unasked,
  invoices: unasked,
  subscription: unasked,
  invoice: unasked,
  invoicePdf: unasked,
  paymentOptions: unasked,
  changePlan: unasked,
  cancelSubscription: unasked,
  topUp: unasked,
  setAutoTopUp: unasked,
  createPaymentSession: unasked,
});

/** What the first field or parameter of a problem is refused for. */
const detailsOf = async (response: Response): Promise<string> =>
  (await problemOf(response)).errors?.[0]?.detail ?? '';

const sentence = /^[A-Z].+\.$/;

describe('What the billing handler lets through', () => {
  const refusedReads: readonly (readonly [string, string])[] = [
    [usage.replace('meter=sessions&', ''), 'meter'],
    [usage.replace('meter=sessions', 'meter='), 'meter'],
    [`${usage}&meter=requests`, 'meter'],
    [usage.replace('day', 'hour'), 'granularity'],
    [`${usage}&timeZone=Mars/Olympus`, 'timeZone'],
    [`${records}&timeZone=%2B25:00`, 'timeZone'],
    [usage.replace('from=2026-03-01', 'from=2026-3-1'), 'from'],
    [usage.replace('2026-03-02', '2026-02-29'), 'to'],
    [usage.replace('2026-03-02', '2026-03-01'), 'to'],
    [usage.replace('day', 'month'), 'to'],
    [usage.replace('day', 'month').replace('2026-03-01', '2026-02-28'), 'from'],
    [records.replace('2026-03-02', '2026-02-28'), 'to'],
    [records.replace('&to=2026-03-02', ''), 'to'],
    [`${records}&limit=0`, 'limit'],
    [`${records}&limit=1001`, 'limit'],
    [`${records}&limit=1e2`, 'limit'],
    ['/billing/invoices?limit=101', 'limit'],
    ['/billing/invoices?limit=01', 'limit'],
    ['/billing/invoices?limit=1000000000', 'limit'],
    ['/billing/invoices?order=up', 'order'],
    ['/billing/invoices?from=yesterday', 'from'],
    ['/billing/invoices?to=2026-13-01', 'to'],
    ['/billing/subscriptions/addon', 'slot'],
    ['/billing/payment-options', 'purpose'],
    ['/billing/payment-options?purpose=gift', 'purpose'],
    ['/billing/payment-options?purpose=plan&currency=usd', 'currency'],
    ['/billing/payment-options?purpose=plan&currency=USDT', 'currency'],
    ['/billing/payment-options?purpose=plan&currency=aUSD', 'currency'],
  ];
  for (const [path, parameter] of refusedReads) {
    it(`refuses ${path}, and names "${parameter}"`, async () => {
      const response = await asksNobody(get(path));
      expect(await detailsOf(response.clone())).to.match(sentence);
      expect(await refusalOf(response)).to.eql([400, 'invalid_request', parameter]);
    });
  }

  it('fills in what a query may leave out', async () => {
    const seen: unknown[] = [];
    const handle = handlerOver({
      invoices: (query) => {
        seen.push(query);
        return Promise.resolve({ items: [], nextCursor: null });
      },
    });
    await handle(get('/billing/invoices?unknown=1'));
    await handle(get('/billing/invoices?limit=5&order=asc&status=paid&from=2026-01-01&cursor=c'));
    expect(seen).to.eql([
      { limit: 20, order: 'desc' },
      { limit: 5, order: 'asc', status: 'paid', from: '2026-01-01', cursor: 'c' },
    ]);
  });

  const topUp = '/billing/balances/credits/top-up';
  const autoTopUp = '/billing/balances/credits/auto-top-up';
  const change = '/billing/subscriptions/plan/change';
  const cancel = '/billing/subscriptions/support/cancel';
  const standard = { planId: 'plan_standard', when: 'now' };
  const address = (length: number) => 'https://host.test/'.padEnd(length, 'x');
  const refusedBodies: readonly (readonly [string, unknown, string])[] = [
    [change, [], ''],
    [change, 'null', ''],
    [change, '7', ''],
    [change, '"text"', ''],
    [change, { when: 'now' }, '/planId'],
    [change, { planId: 7, when: 'now' }, '/planId'],
    [change, { planId: 'p'.repeat(256), when: 'now' }, '/planId'],
    [change, { planId: 'plan_standard' }, '/when'],
    [change, { planId: 'plan_standard', when: 'later' }, '/when'],
    [change, { ...standard, previewId: 'x'.repeat(2049) }, '/previewId'],
    [change, { ...standard, paymentOptionId: 'x'.repeat(256) }, '/paymentOptionId'],
    [change, { ...standard, returnUrl: '/back' }, '/returnUrl'],
    [change, { ...standard, returnUrl: ['https://host.test/'] }, '/returnUrl'],
    [change, { ...standard, returnUrl: address(2049) }, '/returnUrl'],
    [cancel, { when: 'now', reason: 'x'.repeat(65) }, '/reason'],
    [cancel, { when: 'now', comment: 'x'.repeat(2001) }, '/comment'],
    [cancel, { reason: 'none' }, '/when'],
    [topUp, {}, ''],
    [topUp, { optionId: 'a', amount: { amount: '1', currency: 'USD' } }, ''],
    [topUp, { amount: { amount: 100, currency: 'USD' } }, '/amount/amount'],
    [topUp, { amount: { amount: '1e3', currency: 'USD' } }, '/amount/amount'],
    [topUp, { amount: { amount: '9'.repeat(41), currency: 'USD' } }, '/amount/amount'],
    [topUp, { amount: { amount: '100.00', currency: 'usd' } }, '/amount/currency'],
    [topUp, { amount: { amount: '100.00', currency: 'USDT' } }, '/amount/currency'],
    [topUp, { amount: { amount: '100.00', currency: 'aUSD' } }, '/amount/currency'],
    [topUp, { amount: { amount: '100.00', currency: ['USD'] } }, '/amount/currency'],
    [topUp, { amount: { amount: '100.00' } }, '/amount/currency'],
    [topUp, { amount: '100.00' }, '/amount'],
    [topUp, { optionId: 7 }, '/optionId'],
    [topUp, { optionId: 'a', autoTopUp: null }, '/autoTopUp'],
    [topUp, { optionId: 'a', autoTopUp: {} }, '/autoTopUp/enabled'],
    [topUp, { optionId: 'a', autoTopUp: { enabled: 'yes' } }, '/autoTopUp/enabled'],
    [topUp, { optionId: 'a', paymentOptionId: null }, '/paymentOptionId'],
    ['/billing/payment-session', {}, '/purpose'],
    ['/billing/payment-session', { purpose: 'party' }, '/purpose'],
  ];
  for (const [path, body, pointer] of refusedBodies) {
    it(`refuses ${JSON.stringify(body).slice(0, 60)} at ${path}, and points to "${pointer}"`, async () => {
      const response = await asksNobody(write(path, body));
      expect(await detailsOf(response.clone())).to.match(sentence);
      expect(await refusalOf(response)).to.eql([422, 'invalid_request', pointer]);
    });
  }

  it('says what a field or a parameter may be', async () => {
    const body = await asksNobody(write(change, { planId: 'p', when: 'later' }));
    expect(await detailsOf(body)).to.equal('Is not one of now, period_end.');
    const query = await asksNobody(get('/billing/invoices?order=up'));
    expect(await detailsOf(query)).to.equal('Is not one of desc, asc.');
    const long = await asksNobody(write(cancel, { when: 'now', reason: 'x'.repeat(65) }));
    expect(await detailsOf(long)).to.contain('64');
    const many = await asksNobody(get('/billing/invoices?limit=101'));
    expect(await detailsOf(many)).to.contain('100');
  });

  const accepted: readonly (readonly [string, Record<string, unknown>])[] = [
    [change, { planId: 'p'.repeat(255), when: 'now', previewId: 'x'.repeat(2048) }],
    [change, { ...standard, returnUrl: address(2048) }],
    [cancel, { when: 'now', reason: 'x'.repeat(64), comment: 'x'.repeat(2000) }],
    [topUp, { amount: { amount: '9'.repeat(40), currency: 'USD' } }],
  ];
  for (const [path, body] of accepted) {
    it(`lets ${JSON.stringify(body).slice(0, 60)} through at ${path}, which is as long as may be`, async () => {
      // The engine was asked, which fails here.
      expect((await asksNobody(write(path, body))).status).to.equal(500);
    });
  }

  it('points into the body of an automatic top-up', async () => {
    const body = { enabled: true, threshold: '-' };
    const response = await asksNobody(write(autoTopUp, body, { method: 'PUT' }));
    expect(await refusalOf(response)).to.eql([422, 'invalid_request', '/threshold']);
  });

  it('hands on what the contract knows of a body, and nothing else', async () => {
    const seen: unknown[] = [];
    const handle = handlerOver({
      changePlan: (_slot, order) => {
        seen.push(order);
        return Promise.resolve({ id: 'op_1', status: 'completed' });
      },
    });
    const body = '{"planId":"p","when":"now","__proto__":{"polluted":true},"discount":"100"}';
    expect((await handle(write(change, body))).status).to.equal(200);
    expect(seen).to.eql([{ planId: 'p', when: 'now' }]);
    expect('polluted' in {}).to.equal(false);
  });

  it('takes an invoice payment without a body', async () => {
    const request = new Request('http://host.test/billing/invoices/inv-2026-0009/pay', {
      method: 'POST',
      headers: { 'Idempotency-Key': 'a-key-of-the-tests', 'X-Requested-With': 'x' },
    });
    const handle = handlerOver({
      payInvoice: (_id, payment) =>
        Promise.resolve({ id: JSON.stringify(payment), status: 'pending' }),
    });
    expect(await (await handle(request)).json()).to.eql({ id: '{}', status: 'pending' });
  });

  for (const key of ['', 'short', 'x'.repeat(256)]) {
    it(`refuses a write whose key has ${key.length} characters`, async () => {
      const request = write(
        topUp,
        { optionId: 'pack_100' },
        { headers: { 'Idempotency-Key': key } },
      );
      const response = await asksNobody(request);
      expect(await detailsOf(response.clone())).to.match(sentence);
      expect(await refusalOf(response)).to.eql([400, 'invalid_request', 'Idempotency-Key']);
    });
  }

  for (const length of [16, 255]) {
    it(`takes a write whose key has ${length} characters`, async () => {
      const headers = { 'Idempotency-Key': 'x'.repeat(length) };
      const request = write(topUp, { optionId: 'pack_100' }, { headers });
      expect((await handlerOver()(request)).status).to.equal(200);
    });
  }

  it('refuses a write without a key', async () => {
    const request = without('Idempotency-Key', write(topUp, { optionId: 'pack_100' }));
    const response = await asksNobody(request);
    expect(await detailsOf(response.clone())).to.match(sentence);
    expect(await refusalOf(response)).to.eql([400, 'invalid_request', 'Idempotency-Key']);
  });

  it('needs no key where the contract asks for none', async () => {
    const request = without(
      'Idempotency-Key',
      write(autoTopUp, { enabled: false }, { method: 'PUT' }),
    );
    expect((await handlerOver()(request)).status).to.equal(200);
  });
});

describe('Where the billing handler sends requests', () => {
  it('does not know other paths', async () => {
    for (const path of [
      '/',
      '/billing',
      '/billing/account/',
      '/other/account',
      '/billing/nothing',
      '/billing/invoices/',
      '/billing/invoices//pdf',
    ]) {
      expect(await refusalOf(await asksNobody(get(path))), path).to.eql([
        404,
        'not_found',
        undefined,
      ]);
    }
  });

  it('says which methods a path has', async () => {
    const response = await asksNobody(write('/billing/account', {}, { method: 'DELETE' }));
    expect(response.headers.get('Allow')).to.equal('GET');
    expect(await refusalOf(response)).to.eql([405, 'invalid_request', undefined]);
  });

  for (const [basePath, path] of [
    ['/billing//', '/billing/account'],
    ['/', '/account'],
    ['', '/account'],
  ] as const) {
    it(`serves ${path} where it stands at "${basePath}"`, async () => {
      const handle = handlerOver({}, { basePath });
      expect((await handle(get(path))).status).to.equal(200);
    });
  }

  it('reads ids as they were before they became a path', async () => {
    const seen: string[] = [];
    const handle = handlerOver({
      invoice: (id) => {
        seen.push(id);
        return unasked();
      },
    });
    await handle(get('/billing/invoices/a%2Fb%20%C3%A9'));
    expect(seen).to.eql(['a/b é']);
    const broken = await handle(get('/billing/invoices/%E0%A4%A'));
    expect(await refusalOf(broken)).to.eql([404, 'not_found', undefined]);
  });
});
