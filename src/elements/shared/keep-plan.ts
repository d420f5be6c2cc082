import { mayResume } from '../../billing/offers.js';
import type { Account, Operation, Slot, Subscription } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { BillingCommand } from '../../state/command.js';
import { Confirmation } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';

/** Undoes a change or an end that is scheduled. */
export class KeepPlan {
  readonly #host: BillingHost;
  readonly #slot: Slot;
  readonly #resume: BillingCommand<[string], Operation>;
  /** Why it could not be undone, and whose it was. */
  #failure: { readonly owner: unknown; readonly code: string } | undefined;

  constructor(host: BillingHost, slot: Slot) {
    this.#host = host;
    this.#slot = slot;
    this.#resume = new BillingCommand(host, {
      run: (client, idempotencyKey) => client.resumeSubscription(slot, { idempotencyKey }),
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
    const operation = await this.#resume.run(confirmation.key);
    const { error } = this.#resume;
    if (!error || isFinalRefusal(error)) confirmation.end();
    if (error) this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    const code = error?.code ?? failureOf(operation);
    this.#failure = code === undefined ? undefined : { owner, code };
    this.#host.requestUpdate();
    return operation?.status === 'completed';
  }
}

function failureOf(operation: Operation | undefined): string | undefined {
  if (operation?.status !== 'failed') return undefined;
  return operation.problem?.code ?? 'conflict';
}

/** The server has decided: to send the same again would change nothing. */
function isFinalRefusal({
  retryable,
  status,
}: {
  readonly retryable: boolean;
  readonly status: number;
}): boolean {
  return !retryable && status >= 400 && status < 500;
}
