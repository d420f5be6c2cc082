import { expect } from 'chai';

import { get, handlerOver, refusalOf, unasked, without, write } from './support.js';

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
    ['/billing/invoices?order=up', 'order'],
    ['/billing/invoices?from=yesterday', 'from'],
    ['/billing/subscriptions/addon', 'slot'],
    ['/billing/payment-options', 'purpose'],
    ['/billing/payment-options?purpose=plan&currency=usd', 'currency'],
  ];
  for (const [path, parameter] of refusedReads) {
    it(`refuses ${path}, and names "${parameter}"`, async () => {
      const response = await asksNobody(get(path));
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
  const refusedBodies: readonly (readonly [string, unknown, string])[] = [
    [change, [], ''],
    [change, { when: 'now' }, '/planId'],
    [change, { planId: 7, when: 'now' }, '/planId'],
    [change, { planId: 'plan_standard', when: 'later' }, '/when'],
    [change, { planId: 'plan_standard', when: 'now', returnUrl: '/back' }, '/returnUrl'],
    ['/billing/subscriptions/plan/cancel', { when: 'now', reason: 'x'.repeat(65) }, '/reason'],
    [topUp, {}, ''],
    [topUp, { optionId: 'a', amount: { amount: '1', currency: 'USD' } }, ''],
    [topUp, { amount: { amount: 100, currency: 'USD' } }, '/amount/amount'],
    [topUp, { amount: { amount: '1e3', currency: 'USD' } }, '/amount/amount'],
    [topUp, { amount: { amount: '9'.repeat(41), currency: 'USD' } }, '/amount/amount'],
    [topUp, { amount: { amount: '100.00', currency: 'usd' } }, '/amount/currency'],
    [topUp, { optionId: 'a', autoTopUp: { enabled: 'yes' } }, '/autoTopUp/enabled'],
    [topUp, { optionId: 'a', paymentOptionId: null }, '/paymentOptionId'],
    ['/billing/payment-session', { purpose: 'party' }, '/purpose'],
  ];
  for (const [path, body, pointer] of refusedBodies) {
    it(`refuses ${JSON.stringify(body).slice(0, 60)} at ${path}, and points to "${pointer}"`, async () => {
      const response = await asksNobody(write(path, body));
      expect(await refusalOf(response)).to.eql([422, 'invalid_request', pointer]);
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

  it('refuses what is not JSON, by its content or by its type', async () => {
    expect((await asksNobody(write(topUp, '{"optionId":'))).status).to.equal(400);
    const plain = { headers: { 'Content-Type': 'text/plain' } };
    expect((await asksNobody(write(topUp, { optionId: 'a' }, plain))).status).to.equal(415);
  });

  it('refuses a body that is too long, whether it says so or not', async () => {
    const long = JSON.stringify({ optionId: 'a'.repeat(70_000) });
    expect((await asksNobody(write(topUp, long))).status).to.equal(413);
    const headers = { 'Content-Length': '70000' };
    expect((await asksNobody(write(topUp, '{}', { headers }))).status).to.equal(413);
  });

  for (const key of ['', 'short', 'x'.repeat(256)]) {
    it(`refuses a write whose key has ${key.length} characters`, async () => {
      const request = write(
        topUp,
        { optionId: 'pack_100' },
        { headers: { 'Idempotency-Key': key } },
      );
      expect(await refusalOf(await asksNobody(request))).to.eql([
        400,
        'invalid_request',
        'Idempotency-Key',
      ]);
    });
  }

  it('refuses a write without a key', async () => {
    const request = without('Idempotency-Key', write(topUp, { optionId: 'pack_100' }));
    expect(await refusalOf(await asksNobody(request))).to.eql([
      400,
      'invalid_request',
      'Idempotency-Key',
    ]);
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
    expect([response.status, response.headers.get('Allow')]).to.eql([405, 'GET']);
  });

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
    expect((await handle(get('/billing/invoices/%E0%A4%A'))).status).to.equal(404);
  });
});
