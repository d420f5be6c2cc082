'use client';

import 'billing-elements/billing-provider.js';
import 'billing-elements/plan-usage.js';
import type { PlanChangeRequestEvent, PlanUsageElement } from 'billing-elements/plan-usage.js';
import type {} from 'billing-elements/react';
import 'billing-elements/usage-chart.js';
import { useState } from 'react';

const messages = { planAndUsage: 'Your subscription' };

export function Billing({ planName }: { planName: string }) {
  const [isOpen, setOpen] = useState(true);
  const [heard, setHeard] = useState('');

  // On an element that the server rendered, React sets no object and hears no event of its own:
  // https://github.com/facebook/react/issues/35446
  const connect = (plan: PlanUsageElement | null) => {
    const ask = (event: PlanChangeRequestEvent) => {
      // Taken over: the element offers no plans of its own.
      event.preventDefault();
      setHeard(`You asked for another plan than ${event.planId}.`);
    };
    if (!plan) return;
    plan.messages = messages;
    plan.addEventListener('plan-change-request', ask);
    return () => plan.removeEventListener('plan-change-request', ask);
  };

  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close billing' : 'Open billing'}
      </button>
      <p role="status">{heard}</p>
      {isOpen && (
        <billing-provider api-base="/api/billing">
          <plan-usage ref={connect}>Your plan: {planName}</plan-usage>
          <usage-chart range="4w" />
        </billing-provider>
      )}
    </>
  );
}
