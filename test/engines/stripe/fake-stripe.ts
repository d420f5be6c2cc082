import { FakeStripe as StandIn } from '../../../mocks/vendors/stripe/fake-stripe.js';
import { ManualClock } from '../../api/support/manual-clock.js';

/** The stand-in, and a clock in the test's hands. */
export class FakeStripe extends StandIn {
  readonly clock = new ManualClock();
}
