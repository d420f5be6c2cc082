import 'billing-elements/billing-provider.js';
import 'billing-elements/plan-usage.js';
import type {} from 'billing-elements/react';
import 'billing-elements/usage-chart.js';
import { useState } from 'react';

const messages = { planAndUsage: 'Your subscription' };

export function Page() {
  const [isOpen, setOpen] = useState(true);
  const [heard, setHeard] = useState('');
  return (
    <>
      <h1>Billing</h1>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close billing' : 'Open billing'}
      </button>
      <p role="status">{heard}</p>
      {isOpen && (
        <billing-provider api-base="/api/billing/accounts/acc_1">
          <plan-usage
            messages={messages}
            onplan-change-request={(event) => {
              // Taken over: the element offers no plans of its own.
              event.preventDefault();
              setHeard(`You asked for another plan than ${event.planId}.`);
            }}
          />
          <usage-chart range="4w" />
        </billing-provider>
      )}
    </>
  );
}
