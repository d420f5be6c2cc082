import type { ReactiveElement } from 'lit';

/** Leads to the first field that has a fault, once it is drawn; else to the choice that is missing. */
export async function focusFault(host: ReactiveElement): Promise<void> {
  host.requestUpdate();
  await host.updateComplete;
  host.renderRoot
    .querySelector<HTMLElement>('[aria-invalid="true"], [aria-describedby="amount-fault"] input')
    ?.focus();
}
