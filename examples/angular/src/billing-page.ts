import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from '@angular/core';
import type { Messages } from 'billing-elements';
import 'billing-elements/billing-provider.js';
import 'billing-elements/plan-usage.js';
import 'billing-elements/usage-chart.js';

@Component({
  selector: 'billing-page',
  // Lets tags with a hyphen in that are no components of Angular.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './billing-page.html',
})
export class BillingPage {
  readonly isOpen = signal(true);
  readonly heard = signal('');
  readonly messages: Partial<Messages> = { planAndUsage: 'Your subscription' };
}
