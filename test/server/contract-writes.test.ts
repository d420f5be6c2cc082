import { expect } from 'chai';

import { contract, failureOf, issueOf, transports, violations } from '../support/transports.js';
import type { Transport } from '../support/transports.js';

let keys = 0;
const fresh = () => ({ idempotencyKey: `contract-test-key-${(keys += 1)}` });

for (const [name, open] of Object.entries(transports)) {
  describe(`The contract's writes, over ${name}`, () => {
    let transport: Transport;
    const api = (account = 'standard') => transport.api(account);

    beforeEach(async () => {
      violations.length = 0;
      transport = await open();
    });
    afterEach(async () => {
      await transport.close();
      expect(violations).to.eql([]);
    });

    it('reloads once for one key, however often it is sent', async () => {
      const write = fresh();
      const order = { optionId: 'pack_100' };
      const answers = await Promise.all([1, 2, 3].map(() => api().topUp('credits', order, write)));
      expect(new Set(answers.map(({ id }) => id)).size).to.equal(1);
      expect(contract.faultsOf('topUp', answers[0])).to.eql([]);
      expect(transport.backend.engine('standard').ledger).to.have.length(1);
      expect((await api().balances()).items[0]?.remaining).to.equal('284.60');
    });

    it('refuses a key that comes again with something else', async () => {
      const write = fresh();
      await api().topUp('credits', { optionId: 'pack_100' }, write);
      const error = await failureOf(api().topUp('credits', { optionId: 'pack_250' }, write));
      expect([error.status, error.code]).to.eql([422, 'invalid_request']);
      expect(transport.backend.engine('standard').ledger).to.have.length(1);
    });

    it('refuses a reload with both or neither of option and amount, at 422', async () => {
      const usd = { amount: '100.00', currency: 'USD' };
      for (const order of [{}, { optionId: 'pack_100', amount: usd }]) {
        const error = await failureOf(api().topUp('credits', order, fresh()));
        expect([error.status, issueOf(error)]).to.eql([422, '']);
      }
    });

    it('previews a change and carries out what was previewed', async () => {
      const change = { planId: 'plan_essential', when: 'now' } as const;
      const preview = await api().previewChange('plan', change);
      expect(contract.faultsOf('previewChange', preview)).to.eql([]);
      const { previewId = '' } = preview;
      const operation = await api().changePlan('plan', { ...change, previewId }, fresh());
      expect(operation.status).to.equal('completed');
      expect((await api().subscription('plan')).plan?.id).to.equal('plan_essential');
      expect(contract.faultsOf('getOperation', await api().operation(operation.id))).to.eql([]);
    });

    it('sends to the page of the provider, and says how it went after it', async () => {
      const operation = await api().topUp(
        'credits',
        {
          optionId: 'pack_100',
          paymentOptionId: 'paypal',
          returnUrl: `${transport.origin}/b?x=1`,
        },
        fresh(),
      );
      expect([operation.status, typeof operation.url]).to.eql(['redirect', 'string']);
      expect((await api().operation(operation.id)).status).to.equal('pending');
      transport.backend.engine('standard').simulate.settle(operation.id, 'approved');
      expect((await api().operation(operation.id)).status).to.equal('completed');
    });

    it('carries out the other writes', async () => {
      const client = api();
      const period = { when: 'period_end', reason: 'too_expensive' } as const;
      expect((await client.cancelSubscription('support', period, fresh())).status).to.equal(
        'scheduled',
      );
      expect((await client.subscription('support')).scheduled?.type).to.equal('cancel');
      expect((await client.resumeSubscription('support', fresh())).status).to.equal('completed');
      const balance = await client.setAutoTopUp('credits', {
        enabled: true,
        threshold: '50.00',
        amount: { amount: '100.00', currency: 'USD' },
      });
      expect(balance.autoTopUp?.status).to.equal('active');
      const session = await client.createPaymentSession({ purpose: 'payment_method' });
      expect(session.status).to.equal('redirect');
      const paid = await api('past-due').payInvoice('inv-2026-0007', {}, fresh());
      expect(paid.status).to.equal('completed');
    });

    it('lets a contract account change nothing', async () => {
      const client = api('enterprise');
      const refusals = await Promise.all(
        [
          client.changePlan('plan', { planId: 'plan_advanced', when: 'now' }, fresh()),
          client.cancelSubscription('support', { when: 'now' }, fresh()),
          client.resumeSubscription('support', fresh()),
          client.topUp('credits', { optionId: 'pack_100' }, fresh()),
          client.setAutoTopUp('credits', { enabled: false }),
          client.createPaymentSession({ purpose: 'portal' }),
        ].map(failureOf),
      );
      expect(refusals.map(({ status }) => status)).to.eql([403, 403, 403, 403, 403, 403]);
      expect(transport.backend.engine('enterprise').ledger).to.eql([]);
    });
  });
}
