/** A theme while it is made, and the CSS that it is. */

/** A colour where the scheme is light, and where it is dark, as `#rrggbb`. */
export interface Colours {
  readonly light: string;
  readonly dark: string;
}

export type Scheme = keyof Colours;

/** What somebody has decided; what is left out stays as it is by itself. */
export interface Theme {
  readonly colours: Readonly<Record<string, Colours>>;
  /** The other tokens, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** The font of the page; empty for whatever the page has. */
  readonly font: string;
}

/** A role that a colour plays. */
export interface Role {
  readonly token: string;
  readonly name: string;
  /** What it follows from as long as nobody chooses it: so much of the text in the surface. */
  readonly share?: number;
}

export const mainRoles: readonly Role[] = [
  { token: '--billing-accent', name: 'Accent' },
  { token: '--billing-surface', name: 'Surface' },
  { token: '--billing-text', name: 'Text' },
];

export const signalRoles: readonly Role[] = [
  { token: '--billing-success', name: 'Success' },
  { token: '--billing-warning', name: 'Warning' },
  { token: '--billing-danger', name: 'Danger' },
];

export const fineRoles: readonly Role[] = [
  { token: '--billing-text-muted', name: 'Muted text', share: 0.72 },
  { token: '--billing-control', name: 'Edges of controls', share: 0.54 },
  { token: '--billing-border', name: 'Lines', share: 0.13 },
  { token: '--billing-track', name: 'Tracks of meters', share: 0.1 },
  { token: '--billing-surface-sunken', name: 'Sunken surface', share: 0.04 },
];

/** What the elements look like by themselves. */
const builtIn: Readonly<Record<string, Colours>> = {
  '--billing-accent': { light: '#3452d9', dark: '#9db1ff' },
  '--billing-surface': { light: '#ffffff', dark: '#16181f' },
  '--billing-text': { light: '#1b1f2a', dark: '#eceef4' },
  '--billing-success': { light: '#17693b', dark: '#6fd39b' },
  '--billing-warning': { light: '#8a5300', dark: '#f0b35a' },
  '--billing-danger': { light: '#b3261e', dark: '#ff9a90' },
};

export const plainTheme: Theme = { colours: {}, values: {}, font: '' };

/** The colours that a role has now: the chosen ones, else those that follow. */
export function coloursOf({ share, token }: Role, { colours }: Theme): Colours {
  const chosen = colours[token] ?? builtIn[token];
  if (chosen) return chosen;
  const [text, surface] = ['--billing-text', '--billing-surface'].map(
    (name) => colours[name] ?? builtIn[name],
  );
  if (!text || !surface) throw new Error(`Nothing is known of ${token}.`);
  return {
    light: mixed(text.light, surface.light, share ?? 1),
    dark: mixed(text.dark, surface.dark, share ?? 1),
  };
}

function mixed(one: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [first, second] = [one, other].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round((first ?? 0) * share + (second ?? 0) * (1 - share));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** What a theme declares, on whatever selects the page. */
export function declarationsOf({ colours, values }: Theme): string {
  return [
    ...Object.entries(colours).map(([token, { dark, light }]) =>
      light === dark ? `  ${token}: ${light};` : `  ${token}: light-dark(${light}, ${dark});`,
    ),
    ...Object.entries(values).map(([token, value]) => `  ${token}: ${value};`),
  ].join('\n');
}

/** The theme as a file. */
export function cssOf(theme: Theme): string {
  const declarations = declarationsOf(theme);
  const tokens =
    declarations === '' ? '/* Nothing is changed yet. */' : `:root {\n${declarations}\n}`;
  return theme.font === ''
    ? `${tokens}\n`
    : `${tokens}\n\n/* The elements take the font of the page around them. */\nbody {\n  font-family: ${theme.font};\n}\n`;
}

const hex = String.raw`#[\da-f]{6}`;
const twoColours = new RegExp(`^light-dark\\(\\s*(${hex}),\\s*(${hex})\\s*\\)$`, 'i');
const oneColour = new RegExp(`^${hex}$`, 'i');

/** Reads the file of a theme: the colours to choose anew, and all else as it is written. */
export function themeOf(css: string): Theme {
  const colours: Record<string, Colours> = {};
  const values: Record<string, string> = {};
  for (const [, token = '', text = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    const value = text.replace(/\s+/g, ' ').trim();
    const [, light = value, dark = value] = twoColours.exec(value) ?? [];
    if (oneColour.test(light)) colours[token] = { light, dark };
    else values[token] = value;
  }
  return { colours, values, font: '' };
}
