/** The least that shows the same account: the same requests, plain text, and one SVG. */
const base = '/api/billing/accounts/acc_1';
const ask = async (path) => (await fetch(`${base}/${path}`)).json();

const asked = ask('account');

const showPlan = async () => {
  const [account, subscription, balances] = await Promise.all([
    asked,
    ask('subscriptions/plan'),
    ask('balances'),
  ]);
  const { name, price } = subscription.plan;
  const left = balances.items.map((item) => `${item.name}: ${item.remaining}`).join(', ');
  document.querySelector('#plan').textContent =
    `${account.name}: ${name}, ${price.amount} ${price.currency}. ${left}`;
};

const showUsage = async ({ meters: [meter], timeZone }) => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format();
  const day = (offset) => {
    const date = new Date(`${today}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  };
  const query = new URLSearchParams({
    meter: meter.id,
    granularity: 'day',
    from: day(-27),
    to: day(1),
    timeZone,
  });
  const { buckets } = await ask(`usage?${query}`);
  const most = Math.max(...buckets.map(({ value }) => Number(value)), 1);
  const bars = buckets.map(({ value }, index) => {
    const height = (Number(value) / most) * 240;
    return `<rect x="${index * 20}" y="${240 - height}" width="14" height="${height}"/>`;
  });
  document.querySelector('#chart').innerHTML =
    `<svg width="560" height="240">${bars.join('')}</svg>`;
};

showPlan();
asked.then(showUsage);
export {};
