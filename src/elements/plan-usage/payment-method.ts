import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type { Account, Operation } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { BillingCommand } from '../../state/command.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { Leaving } from '../shared/leaving.js';
import type { PaymentMethodView } from './payment-method.view.js';
import { PaymentMethodRequestEvent } from './plan-usage.events.js';

/** Leads to the provider's page on which the way to pay is changed. */
export class PaymentMethod {
  readonly #host: BillingHost;
  readonly #session: BillingCommand<[], Operation>;
  readonly #leaving: Leaving;
  /** Why it could not be opened, and for whom. */
  #failure: { readonly owner: unknown; readonly code: string } | undefined;

  constructor(host: BillingHost) {
    this.#host = host;
    this.#session = new BillingCommand(host, {
      run: open,
      touches: ['account', 'paymentOptions'],
    });
    this.#leaving = new Leaving(host, () => connectionOf(host).settings.allowedOrigins);
  }

  /** What there is to say of it; nothing where there is none, and none may be given. */
  view({ can, paymentMethod }: Account, speech: Speech): PaymentMethodView | undefined {
    const { readOnly } = connectionOf(this.#host).settings;
    const mayChange = !readOnly && (can.managePayment?.allowed ?? false);
    if (!paymentMethod && !mayChange) return undefined;
    return {
      method: paymentMethod,
      isOpening: this.#session.pending,
      failure: this.#failureText(speech),
      change: mayChange
        ? () => {
            void this.#change();
          }
        : undefined,
    };
  }

  async #change(): Promise<void> {
    if (this.#session.pending) return;
    const goesOn = this.#host.dispatchEvent(new PaymentMethodRequestEvent());
    if (!goesOn) return;
    const { client: owner } = connectionOf(this.#host);
    this.#failure = undefined;
    const operation = await this.#session.run();
    const { error } = this.#session;
    if (error) this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    const isUnsafe = operation?.status === 'redirect' && this.#leaving.isUnsafe(operation);
    const code = isUnsafe ? 'unsafe_url' : error?.code;
    this.#failure = code === undefined ? undefined : { owner, code };
    this.#host.requestUpdate();
    if (operation?.status === 'redirect') this.#leaving.leave(operation);
  }

  #failureText({ messages }: Speech): string | undefined {
    const failure = this.#failure;
    if (!failure || failure.owner !== connectionOf(this.#host).client) return undefined;
    return messages.errors[failure.code] ?? messages.otherError(failure.code);
  }
}

async function open(client: BillingApi): Promise<Operation> {
  const { protocol, href } = location;
  const isWeb = protocol === 'https:' || protocol === 'http:';
  const operation = await client.createPaymentSession({
    purpose: 'payment_method',
    ...(isWeb && { returnUrl: href }),
  });
  if (operation.status !== 'failed') return operation;
  throw new BillingError(operation.problem?.code ?? 'upstream_unavailable');
}
