/** The demo's host page: a product's console that holds the elements, and switches for every state. */
import { BillingConsoleElement } from '../../src/all.js';
import { brands, wearBrand } from './brands.js';

type Options = Readonly<Record<string, string>>;

const accounts: Options = {
  standard: 'Standard',
  trial: 'Trial',
  'low-balance': 'Low balance',
  'past-due': 'Past due',
  enterprise: 'Enterprise',
  empty: 'Empty',
  huge: 'Huge',
  session: 'Who is logged on',
};

const faults: Options = {
  none: 'None',
  slow: 'Slow',
  401: '401 signed out',
  403: '403 denied',
  429: '429 busy',
  500: '500 broken',
  offline: 'Offline',
  malformed: 'Malformed answers',
  'bad-row': 'A bad row',
};

const themes: Options = { system: 'System', light: 'Light', dark: 'Dark' };
const directions: Options = { ltr: 'Left to right', rtl: 'Right to left' };

const zones: Options = {
  account: 'The account’s',
  UTC: 'UTC',
  'Europe/Berlin': 'Berlin',
  'Asia/Kolkata': 'Kolkata',
  'Pacific/Auckland': 'Auckland',
};

const switches: Readonly<Record<string, Options>> = {
  account: accounts,
  fault: faults,
  brand: Object.fromEntries(Object.entries(brands).map(([id, { name }]) => [id, name])),
  theme: themes,
  dir: directions,
  zone: zones,
};

const form = found('form.switches', HTMLFormElement);
const provider = found('billing-provider', HTMLElement);
const pages = found('billing-console', BillingConsoleElement);
const logOff = found('[name="log-off"]', HTMLButtonElement);
const chosen = new URLSearchParams(location.search);

function found<Type extends Element>(selector: string, type: new () => Type): Type {
  const element = document.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${selector}.`);
}

function valueOf(name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

function fill(): void {
  for (const [name, options] of Object.entries(switches)) {
    const select = found(`select[name="${name}"]`, HTMLSelectElement);
    const wanted = chosen.get(name);
    for (const [value, label] of Object.entries(options)) {
      select.add(new Option(label, value, false, value === wanted));
    }
    if (name === 'account') select.value = wanted ?? 'standard';
    if (name === 'fault') select.value = wanted ?? 'none';
  }
  found('input[name="readonly"]', HTMLInputElement).checked = chosen.has('readonly');
}

function apply(): void {
  const { documentElement: root } = document;
  root.dataset['theme'] = valueOf('theme');
  wearBrand(valueOf('brand'));
  root.dir = valueOf('dir');
  const zone = valueOf('zone');
  const isOwn = valueOf('account') === 'session';
  const account = isOwn ? '' : `/accounts/${valueOf('account')}`;
  provider.setAttribute('api-base', `/api/${valueOf('fault')}/billing${account}`);
  logOff.hidden = !isOwn;
  found('a.log-on', HTMLAnchorElement).hidden = isOwn;
  provider.toggleAttribute('read-only', valueOf('readonly') === 'on');
  if (zone === 'account') provider.removeAttribute('time-zone');
  else provider.setAttribute('time-zone', zone);
  void nameWorkspace();
}

/** The console's own header: it names what the page is about, as far as it may know. */
async function nameWorkspace(): Promise<void> {
  const isOwn = valueOf('account') === 'session';
  const address = isOwn
    ? '/api/billing/account'
    : `/api/billing/accounts/${valueOf('account')}/account`;
  const answer = await fetch(address);
  const account = answer.ok ? ((await answer.json()) as { readonly name: string }) : undefined;
  found('.workspace', HTMLElement).textContent = account?.name ?? '';
}

/** Kept in the address, so that a reload, a screenshot or a colleague sees the same. */
function remember(): void {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const address = new URLSearchParams(entries);
  if (pages.page !== null) address.set('page', pages.page);
  history.replaceState(null, '', `?${address.toString()}`);
}

/** Something happens without the account's doing; the elements then ask how things stand. */
async function play(scene: string): Promise<void> {
  await fetch(`/api/demo/${valueOf('account')}/${scene}`, { method: 'POST' });
  pages.reload();
}

pages.page = chosen.get('page');
fill();
// Without the demo's own bar the page is what a customer of that brand would see.
form.hidden = chosen.has('bare');
apply();
form.addEventListener('click', ({ target }) => {
  const scene = target instanceof HTMLButtonElement ? target.dataset['scene'] : undefined;
  if (scene) void play(scene);
});
form.addEventListener('change', () => {
  apply();
  remember();
});
pages.addEventListener('page-change', remember);
// Whoever is no longer logged on goes where everybody logs on.
provider.addEventListener('sign-in-request', (event) => {
  if (valueOf('account') !== 'session') return;
  event.preventDefault();
  location.assign('/login.html');
});
logOff.addEventListener('click', () => {
  void fetch('/api/session', { method: 'DELETE' }).then(() => {
    location.assign('/login.html');
  });
});
