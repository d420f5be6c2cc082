/**
 * The page as people write it who have no elements: React, TanStack Query, Recharts, the same
 * requests, the same content. Without dialogs, exports, languages and the care for what goes wrong.
 */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';

const base = '/api/billing/accounts/acc_1';

async function ask(path) {
  const response = await fetch(`${base}/${path}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

const useAnswer = (path, enabled = true) =>
  useQuery({ queryKey: [path], queryFn: () => ask(path), enabled });

const money = ({ amount, currency }) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(Number(amount));

const longDate = (instant, timeZone) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone }).format(new Date(instant));

const days = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });

function Balance({ balance, timeZone }) {
  const amount = (value) =>
    balance.currency ? money({ amount: value, currency: balance.currency }) : value;
  return (
    <li>
      <h3>{balance.name}</h3>
      <p>
        {amount(balance.remaining)} left of {amount(balance.granted)}
      </p>
      <meter max={balance.granted} value={balance.remaining} />
      <details>
        <summary>Made of</summary>
        <ul>
          {balance.grants?.map((grant) => (
            <li key={grant.id}>
              {grant.name}: {amount(grant.remaining)} of {amount(grant.granted)}
              {grant.expiresAt && <>, until {longDate(grant.expiresAt, timeZone)}</>}
            </li>
          ))}
        </ul>
      </details>
      <button type="button">Reload</button>
    </li>
  );
}

function Plan() {
  const account = useAnswer('account');
  const subscription = useAnswer('subscriptions/plan');
  const balances = useAnswer('balances');
  if (account.isError || subscription.isError || balances.isError) return <p>Not available</p>;
  if (!account.data || !subscription.data || !balances.data) return <p>Loading…</p>;
  const { plan, period, renewsAt, status } = subscription.data;
  const { paymentMethod, timeZone } = account.data;
  return (
    <section>
      <h2>Plan &amp; Usage</h2>
      <h3>{plan.name}</h3>
      <p>{plan.description}</p>
      <p>
        {money(plan.price)} per {plan.interval}, {status}
      </p>
      <p>
        {longDate(period.start, timeZone)} – {longDate(period.end, timeZone)}, renews on{' '}
        {longDate(renewsAt, timeZone)}
      </p>
      <p>{paymentMethod?.label}</p>
      <button type="button">Change plan</button>
      <ul>
        {balances.data.items.map((balance) => (
          <Balance key={balance.id} balance={balance} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  );
}

const ranges = ['1 week', '2 weeks', '4 weeks', '1 month', '2 months', '3 months', '6 months'];

function usageQuery({ meters: [meter], timeZone }) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format();
  const day = (offset) => {
    const date = new Date(`${today}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  };
  const [from, to] = [day(-27), day(1)];
  return `usage?${new URLSearchParams({ meter: meter.id, granularity: 'day', from, to, timeZone })}`;
}

function Usage({ Bars }) {
  const [range, setRange] = useState('4 weeks');
  const account = useAnswer('account');
  const usage = useAnswer(account.data ? usageQuery(account.data) : 'usage', Boolean(account.data));
  if (account.isError || usage.isError) return <p>Not available</p>;
  if (!usage.data) return <p>Loading…</p>;
  const { buckets, timeZone, total } = usage.data;
  const { name } = account.data.meters[0];
  const bars = buckets.map(({ start, value }) => ({
    label: days.format(new Date(start)),
    value: Number(value),
  }));
  return (
    <section>
      <h2>Usage</h2>
      <fieldset>
        {ranges.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="range"
              checked={one === range}
              onChange={() => setRange(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
      <p>
        Total {total}, {timeZone}
      </p>
      <Suspense fallback={<p>Loading…</p>}>
        <Bars bars={bars} name={name} />
      </Suspense>
      <table>
        <tbody>
          {bars.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button">Export CSV</button>
    </section>
  );
}

/** Shows the page, with what draws the bars. */
export function start(Bars) {
  createRoot(document.querySelector('#root')).render(
    <QueryClientProvider client={new QueryClient()}>
      <Plan />
      <Usage Bars={Bars} />
    </QueryClientProvider>,
  );
}
