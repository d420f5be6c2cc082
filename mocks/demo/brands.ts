/** Whose console the demo is: each brand dresses the host's page and the elements by style sheets alone. */
export interface Brand {
  readonly name: string;
  readonly nav: readonly string[];
  /** Where in the console the page is, and what it is called. */
  readonly crumbs: string;
  readonly heading: string;
  readonly mark: string;
  /** Looks of the host's page, then the theme of the elements. */
  readonly sheets: readonly string[];
}

const folder = '/mocks/demo';

function branded(id: string, brand: Omit<Brand, 'mark' | 'sheets'>): Brand {
  return {
    ...brand,
    mark: `${folder}/brands/${id}.svg`,
    sheets: [`${folder}/brands/${id}.css`, `/src/themes/${id}.css`],
  };
}

const tern: Brand = {
  name: 'Tern',
  nav: ['Build', 'Channels', 'Analytics', 'Manage'],
  crumbs: 'Manage',
  heading: 'Billing',
  mark: `${folder}/tern.svg`,
  sheets: [],
};

export const brands: Readonly<Record<string, Brand>> = {
  tern,
  kiln: branded('kiln', {
    name: 'kiln',
    nav: ['agents', 'deploys', 'logs', 'billing'],
    crumbs: 'org / settings / billing',
    heading: 'billing',
  }),
  marlow: branded('marlow', {
    name: 'Marlow & Finch',
    nav: ['Concierge', 'Guests', 'Correspondence', 'Your account'],
    crumbs: 'Your account',
    heading: 'The ledger',
  }),
  pippin: branded('pippin', {
    name: 'pippin',
    nav: ['Home', 'Chats', 'Friends', 'Plan'],
    crumbs: 'Plan',
    heading: 'Your plan',
  }),
};

/** Dresses the page. What a brand does not name stays as it is for all. */
export function wearBrand(id: string): void {
  const { crumbs, heading, mark, name, nav, sheets } = brands[id] ?? tern;
  document.documentElement.dataset['brand'] = id;
  document.title = `${heading} · ${name}`;
  say('.brand-name', name);
  say('.crumbs', crumbs);
  say('h1', heading);
  document.querySelectorAll('nav a').forEach((link, at) => {
    link.textContent = nav[at] ?? '';
  });
  for (const image of document.querySelectorAll<HTMLImageElement>('.brand img')) image.src = mark;
  document.querySelector('link[rel="icon"]')?.setAttribute('href', mark);
  for (const old of document.querySelectorAll('link[data-brand]')) old.remove();
  for (const sheet of sheets) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    link.dataset['brand'] = id;
    document.head.append(link);
  }
}

function say(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
