import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import { BillingError } from '../../src/api/billing-error.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import type { Cancellation, Operation } from '../../src/billing/types.js';
import type {
  SupportChangedEvent,
  SupportPlanElement,
} from '../../src/elements/support-plan/support-plan.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, settled, shownIn, textOf, texts } from '../support/mount.js';
import { openDialog, supportDesk, supportPlan } from '../support/support-plan.js';

/** What reached the server, and under which key. */
interface Sent {
  readonly wish: Cancellation;
  readonly key: string;
}

describe('what becomes of a cancellation in <support-plan>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  const openCancel = async (el: SupportPlanElement): Promise<HTMLElement> => {
    const dialog = await openDialog(el, 'cancel');
    await time.pass(500);
    await settled(el);
    return dialog;
  };

  const confirm = async (el: SupportPlanElement): Promise<void> => {
    const button = parts<HTMLButtonElement>(el, 'cancel').find((part) => part.closest('dialog'));
    if (!button) throw new Error('There is no final button.');
    button.click();
    await settled(el);
  };

  const untilEnded = (el: SupportPlanElement): Promise<void> =>
    waitUntil(() => parts(el, 'dialog').length === 0, 'the end of the dialog');

  /** A desk that answers the first cancellations as the test wants, and the rest as it should. */
  const desk = (...answers: readonly (() => Promise<Operation>)[]) => {
    const { client: plain, engine } = supportDesk();
    const sent: Sent[] = [];
    const client: BillingApi = {
      ...plain,
      cancelSubscription: (slot, wish, options) => {
        const answer = answers[sent.length];
        sent.push({ wish, key: options.idempotencyKey });
        return answer?.() ?? engine.cancelSubscription(slot, wish, options);
      },
    };
    return { client, engine, sent };
  };

  const refusing = (code: string, status: number, pointer?: string) => (): Promise<Operation> => {
    const errors = pointer === undefined ? [] : [{ detail: 'No.', pointer }];
    const problem = { type: 'about:blank', status, code, errors };
    return Promise.reject(new BillingError(code, { status, problem }));
  };

  const whens = (dialog: HTMLElement): string[] =>
    [...dialog.querySelectorAll<HTMLInputElement>('input[name="when"]')].map(({ value }) => value);

  const notThen: readonly (readonly [what: string, answer: () => Promise<Operation>])[] = [
    ['a server that does not offer it', refusing('not_supported', 404)],
    ['a server that has never heard of it', refusing('not_supported', 501)],
    ['a server that points at it', refusing('invalid_request', 422, '/when')],
  ];
  for (const [what, answer] of notThen) {
    it(`leaves the other time, after ${what}, as another confirmation`, async () => {
      const { client, sent } = desk(answer);
      const el = await supportPlan(client);
      const dialog = await openCancel(el);
      await confirm(el);
      expect(texts(el, 'problem')).to.eql(['It cannot end then, but at the other time.']);
      expect(whens(dialog).filter((when) => when === 'period_end')).to.eql([]);
      await confirm(el);
      await untilEnded(el);
      expect(sent.map(({ wish }) => wish.when)).to.eql(['period_end', 'now']);
      expect(new Set(sent.map(({ key }) => key)).size).to.equal(2);
    });
  }

  it('says why where the server refuses both times', async () => {
    const { client, sent } = desk(
      refusing('invalid_request', 422, '/when'),
      refusing('invalid_request', 422, '/when'),
    );
    const el = await supportPlan(client);
    await openCancel(el);
    await confirm(el);
    await confirm(el);
    expect(sent).to.have.length(2);
    expect(texts(el, 'problem').join()).not.to.equal('');
    expect(parts(el, 'dialog')).to.have.length(1);
  });

  it('is at once, where nothing is paid in advance', async () => {
    const { period: _, ...rest } = await supportDesk().engine.subscription('support');
    const { client } = desk();
    const wishes: string[] = [];
    const el = await supportPlan({
      ...client,
      subscription: () => Promise.resolve(rest),
      cancelSubscription: (slot, wish, options) => {
        wishes.push(wish.when);
        return client.cancelSubscription(slot, wish, options);
      },
    });
    await openCancel(el);
    await confirm(el);
    await waitUntil(() => wishes.length === 1, 'the cancellation');
    expect(wishes).to.eql(['now']);
  });

  it('is nothing more to send where another tab has ended it meanwhile', async () => {
    const { client, engine, sent } = desk();
    const el = await supportPlan(client);
    await openCancel(el);
    await engine.cancelSubscription(
      'support',
      { when: 'period_end' },
      { idempotencyKey: 'the-key-of-another-tab' },
    );
    const told = oneEvent<SupportChangedEvent>(el, 'support-changed');
    await confirm(el);
    expect((await told).status).to.equal('scheduled');
    await untilEnded(el);
    expect(sent).to.eql([]);
    expect(shownIn(el)).to.contain('It ends on April 5, 2026.');
  });

  it('is said to be on its way while the server works at it, and is asked after, not sent twice', async () => {
    const pending: Operation = { id: 'op_slow', status: 'pending' };
    const asked: string[] = [];
    const { client: plain, sent } = desk(() => Promise.resolve(pending));
    const client: BillingApi = {
      ...plain,
      operation: (id) => {
        asked.push(id);
        return Promise.resolve(pending);
      },
    };
    const el = await supportPlan(client);
    await openCancel(el);
    const told = oneEvent<SupportChangedEvent>(el, 'support-changed');
    await confirm(el);
    expect((await told).status).to.equal('pending');
    await untilEnded(el);
    expect(shownIn(el)).to.contain('The cancellation is on its way.');

    const dialog = await openCancel(el);
    const choices = dialog.querySelectorAll<HTMLInputElement>('input[name="when"]');
    expect(
      [...choices].every((choice) => choice.matches(':disabled')),
      'no longer to be altered',
    ).to.equal(true);
    await confirm(el);
    await untilEnded(el);
    expect(sent).to.have.length(1);
    expect(asked).to.eql(['op_slow']);
  });

  it('is a failure where the server says that it failed, and the next one is another', async () => {
    const { client, sent } = desk(() =>
      Promise.resolve({
        id: 'op_1',
        status: 'failed',
        problem: { type: 'about:blank', status: 409, code: 'upstream_unavailable' },
      }),
    );
    const el = await supportPlan(client);
    const dialog = await openCancel(el);
    await confirm(el);
    expect(textOf(dialog)).to.contain('The billing service is not available.');
    expect(textOf(dialog)).not.to.contain('not certain');
    await confirm(el);
    await untilEnded(el);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(2);
  });

  it('is a conflict where it was undone before its lost answer came', async () => {
    const { client: plain, engine } = supportDesk();
    const lost = (): Promise<never> => Promise.reject(new BillingError('network'));
    let line: 'whole' | 'cuts at the next cancellation' | 'cut' = 'whole';
    const client: BillingApi = {
      ...plain,
      subscription: (slot, options) =>
        line === 'cut' ? lost() : engine.subscription(slot, options),
      cancelSubscription: async (slot, wish, options) => {
        const operation = await engine.cancelSubscription(slot, wish, options);
        if (line === 'whole') return operation;
        line = 'cut';
        return lost();
      },
    };
    const el = await supportPlan(client);
    const dialog = await openCancel(el);
    line = 'cuts at the next cancellation';
    await confirm(el);
    await waitUntil(() => textOf(dialog).includes('not certain'), 'that nobody knows');
    line = 'whole';
    await engine.resumeSubscription('support', { idempotencyKey: 'somebody-changed-their-mind' });
    await confirm(el);
    await waitUntil(() => textOf(dialog).includes('changed in the meantime'), 'the conflict');
    expect(engine.ledger.map(({ kind }) => kind)).to.eql(['cancellation', 'resumption']);
  });

  const retried: readonly (readonly [code: string, status: number, keys: number, why: string])[] = [
    ['forbidden', 403, 2, 'the server has decided'],
    ['rate_limited', 429, 1, 'nobody has looked at it'],
    ['upstream_unavailable', 503, 1, 'nobody knows'],
  ];
  for (const [code, status, keys, why] of retried) {
    it(`goes under ${keys === 1 ? 'the same' : 'another'} key after ${status}: ${why}`, async () => {
      const { client, sent } = desk(refusing(code, status));
      const el = await supportPlan(client);
      await openCancel(el);
      await confirm(el);
      await confirm(el);
      await untilEnded(el);
      expect(sent).to.have.length(2);
      expect(new Set(sent.map(({ key }) => key)).size).to.equal(keys);
    });
  }
});
