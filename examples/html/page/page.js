const billing = document.querySelector('billing-provider');
const plan = document.querySelector('plan-usage');
const status = document.querySelector('[role="status"]');
const toggle = document.querySelector('button');

// What is not text is a property, set before or after the element is defined.
plan.messages = { planAndUsage: 'Your subscription' };

plan.addEventListener('plan-change-request', (event) => {
  // Taken over: the element offers no plans of its own.
  event.preventDefault();
  status.textContent = `You asked for another plan than ${event.planId}.`;
});

toggle.addEventListener('click', () => {
  if (billing.isConnected) billing.remove();
  else document.querySelector('main').append(billing);
  toggle.textContent = billing.isConnected ? 'Close billing' : 'Open billing';
});
