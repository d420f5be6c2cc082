import { billingOf } from './billing-of';
import { Billing } from './billing';

/** Asked for each person: nobody is shown the plan of another. */
export const dynamic = 'force-dynamic';

export default async function Page() {
  const { plan } = await billingOf('acc_1').subscription('plan');
  return (
    <main>
      <h1>Billing</h1>
      <Billing planName={plan?.name ?? 'none'} />
    </main>
  );
}
