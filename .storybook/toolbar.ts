/** What a reviewer may change around any story, and what it does to the page. */
import { html } from 'lit';
import type { Decorator, Preview } from '@storybook/web-components-vite';

import { pseudoTag, registerPseudoLocale } from '../mocks/pseudo-locale.js';
import { configureBilling } from '../src/state/settings.js';
import { setTheme, themeNames } from './themes.js';

type GlobalTypes = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

const menu = (
  description: string,
  icon: Icon,
  items: Readonly<Record<string, string>>,
): GlobalTypes[string] => ({
  description,
  toolbar: {
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, title]) => ({ value, title })),
  },
});

/** Each in its own words, as people look for it. */
const languages = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  he: 'עברית',
  hi: 'हिन्दी',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  pl: 'Polski',
  'pt-BR': 'Português (Brasil)',
  'zh-Hans': '简体中文',
  [pseudoTag]: 'Pseudo-language',
};

const widths = ['320', '480', '768', '1024'];
const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland'];
const same = (names: readonly string[], more = ''): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `${name}${more}`]));

export const globalTypes: GlobalTypes = {
  scheme: menu('Colour scheme of the page', 'mirror', {
    system: 'As the system has it',
    light: 'Light',
    dark: 'Dark',
  }),
  theme: menu('Theme: a file of tokens', 'paintbrush', { none: 'No theme', ...same(themeNames) }),
  language: menu('Language of the page', 'globe', languages),
  direction: menu('Direction of the text', 'transfer', {
    auto: 'As the language runs',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  width: menu('Width of the container', 'grow', { full: 'Full width', ...same(widths, ' px') }),
  zone: menu('Time zone of dates and times', 'time', {
    account: "The account's time zone",
    ...same(zones),
  }),
};

export const initialGlobals = {
  scheme: 'system',
  theme: 'none',
  language: 'en',
  direction: 'auto',
  width: 'full',
  zone: 'account',
};

registerPseudoLocale();

/** Puts a story on a page as the toolbar says. */
export const onPage: Decorator = (story, { globals }) => {
  const { direction, language, scheme, theme, width, zone } = { ...initialGlobals, ...globals };
  const root = document.documentElement;
  root.style.colorScheme = scheme === 'system' ? 'light dark' : scheme;
  root.lang = language;
  root.dir = direction === 'auto' ? directionOf(language) : direction;
  setTheme(theme);
  // A theme has no colour of the page itself; most pages are a little darker than their cards.
  root.style.background = theme === 'none' ? '' : 'var(--billing-surface-sunken)';
  configureBilling({ timeZone: zone === 'account' ? undefined : zone });
  return width === 'full'
    ? story()
    : html`<div .style=${`inline-size: ${width}px; max-inline-size: 100%`}>${story()}</div>`;
};

function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'he'].includes(language) ? 'rtl' : 'ltr';
}
