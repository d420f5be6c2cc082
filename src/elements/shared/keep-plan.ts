import { mayResume } from '../../billing/offers.js';
import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type { Account, Slot, Subscription } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { BillingCommand } from '../../state/command.js';
import { Confirmation } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { fateOf } from '../../state/fate.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';

/** Undoes a change or an end that is scheduled. */
export class KeepPlan {
  readonly #host: BillingHost;
  readonly #slot: Slot;
  readonly #resume: BillingCommand<[Confirmation], string>;
  /** Why it could not be undone, and whose it was. */
  #failure: { readonly owner: unknown; readonly code: string } | undefined;

  constructor(host: BillingHost, slot: Slot) {
    this.#host = host;
    this.#slot = slot;
    this.#resume = new BillingCommand(host, {
      run: (client, confirmation) => this.#run(client, confirmation),
      touches: ['account', 'subscription', 'plans', 'balances', 'invoices'],
    });
  }

  /** Whether it may be undone, or is just being undone. */
  offer(account: Account, subscription: Subscription): 'open' | 'pending' | undefined {
    const { readOnly } = connectionOf(this.#host).settings;
    if (readOnly || !mayResume(account, subscription)) return undefined;
    return this.#resume.pending ? 'pending' : 'open';
  }

  /** Why the last try failed, in words. */
  failureText({ messages }: Speech): string | undefined {
    const failure = this.#failure;
    if (!failure || failure.owner !== connectionOf(this.#host).client) return undefined;
    return messages.errors[failure.code] ?? messages.otherError(failure.code);
  }

  /** Whether the plan now stays as it is. */
  async keep(account: Account, { scheduled }: Subscription): Promise<boolean> {
    if (this.#resume.pending) return false;
    this.#failure = undefined;
    const { client: owner, settings } = connectionOf(this.#host);
    const confirmation = new Confirmation([
      settings.apiBase,
      account.id,
      'resumeSubscription',
      this.#slot,
      scheduled?.type,
      scheduled?.at,
      scheduled?.plan?.id,
    ]);
    const status = await this.#resume.run(confirmation);
    const { error } = this.#resume;
    if (error) this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    this.#failure = error && { owner, code: error.code };
    this.#host.requestUpdate();
    return status === 'completed';
  }

  async #run(client: BillingApi, confirmation: Confirmation): Promise<string> {
    const isAgain = confirmation.sent !== undefined;
    confirmation.send({}, '');
    const { key: idempotencyKey } = confirmation;
    try {
      const { problem, status } = await client.resumeSubscription(this.#slot, { idempotencyKey });
      confirmation.end();
      if (status === 'failed') throw new BillingError(problem?.code ?? 'conflict', { status: 409 });
      // The answer to what was sent long ago is an old one: since then it may be scheduled again.
      if (isAgain && !(await this.#isKept(client))) {
        throw new BillingError('conflict', { status: 409 });
      }
      return status;
    } catch (cause) {
      const error = BillingError.from(cause);
      const fate = fateOf(error, isAgain);
      if (fate !== 'unknown') confirmation.end();
      // Whether it had effect is best seen where that would show.
      if (fate === 'refused' || !(await this.#isKept(client).catch(() => false))) throw error;
      confirmation.end();
      return 'completed';
    }
  }

  async #isKept(client: BillingApi): Promise<boolean> {
    return (await client.subscription(this.#slot)).scheduled === undefined;
  }
}
