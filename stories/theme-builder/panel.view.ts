/** What a theme is made with: colours, shape, type. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

import { coloursOf, fineRoles, mainRoles, signalRoles } from './theme.js';
import type { Role, Scheme, Theme } from './theme.js';

export interface PanelView {
  readonly theme: Theme;
  readonly scheme: Scheme;
  readonly themeNames: readonly string[];
  readonly start: (name: string) => void;
  readonly look: (scheme: Scheme) => void;
  readonly paint: (role: Role, scheme: Scheme, colour: string) => void;
  readonly set: (token: string, value: string) => void;
  readonly write: (font: string) => void;
}

const fonts: Readonly<Record<string, string>> = {
  "The page's own": '',
  'Sans serif': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif",
  Serif: "'Iowan Old Style', 'Palatino Linotype', P052, Georgia, serif",
  Rounded: "ui-rounded, 'SF Pro Rounded', 'Nunito', 'Noto Sans', sans-serif",
  Monospaced: "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
};

const corners: Readonly<Record<string, string>> = {
  Square: '0',
  Slight: '0.25rem',
  Round: '0.5rem',
  Rounder: '0.875rem',
};

/** How far apart things are, with how high a control is. */
const densities: Readonly<Record<string, readonly [space: string, control: string]>> = {
  Dense: ['0.2rem', '2rem'],
  Plain: ['0.25rem', '2.25rem'],
  Roomy: ['0.3125rem', '2.75rem'],
};

const sizes: Readonly<Record<string, string>> = {
  Small: '0.875rem',
  Plain: '0.9375rem',
  Large: '1rem',
};

export function panelView(view: PanelView): TemplateResult {
  const { look, scheme, set, start, theme, themeNames, write } = view;
  const now = (token: string, fallback: string): string => theme.values[token] ?? fallback;
  return html`
    <label class="field">
      <span>Begin with</span>
      <select @change=${(event: Event) => start(valueOf(event))}>
        <option value="">The elements by themselves</option>
        ${themeNames.map((name) => html`<option value=${name}>${name}</option>`)}
      </select>
    </label>
    ${choice('Look at it in', 'scheme', { Light: 'light', Dark: 'dark' }, scheme, (value) =>
      look(value === 'dark' ? 'dark' : 'light'),
    )}
    ${colourSet('Colours', mainRoles, view)} ${colourSet('Signals', signalRoles, view)}
    <details>
      <summary>Finer colours</summary>
      <p class="hint">They follow from text and surface until you choose them.</p>
      ${colourSet('Finer colours', fineRoles, view)}
    </details>
    ${choice('Corners', 'corners', corners, now('--billing-radius', '0.5rem'), (value) =>
      set('--billing-radius', value),
    )}
    ${choice(
      'Density',
      'density',
      Object.fromEntries(Object.entries(densities).map(([name, [space]]) => [name, space])),
      now('--billing-space', '0.25rem'),
      (value) => {
        const [, control = '2.25rem'] =
          Object.values(densities).find(([space]) => space === value) ?? [];
        set('--billing-space', value);
        set('--billing-control-size', control);
      },
    )}
    ${choice('Text', 'size', sizes, now('--billing-font-size', '0.9375rem'), (value) =>
      set('--billing-font-size', value),
    )}
    <label class="field">
      <span>Font</span>
      <select @change=${(event: Event) => write(valueOf(event))}>
        ${Object.entries(fonts).map(
          ([name, value]) =>
            html`<option value=${value} .selected=${value === theme.font}>${name}</option>`,
        )}
      </select>
    </label>
  `;
}

function valueOf({ currentTarget }: Event): string {
  const isField =
    currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement;
  return isField ? currentTarget.value : '';
}

function colourSet(title: string, roles: readonly Role[], { paint, theme }: PanelView) {
  const well = (role: Role, scheme: Scheme) =>
    html`<input
      type="color"
      aria-label="${role.name}, ${scheme}"
      .value=${coloursOf(role, theme)[scheme]}
      @input=${(event: Event) => paint(role, scheme, valueOf(event))}
    />`;
  return html`
    <table class="colours" aria-label=${title}>
      <thead>
        <tr>
          <th scope="col">${title}</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        ${roles.map(
          (role) =>
            html`<tr>
              <th scope="row">${role.name}</th>
              <td>${well(role, 'light')}</td>
              <td>${well(role, 'dark')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function choice(
  title: string,
  name: string,
  options: Readonly<Record<string, string>>,
  chosen: string,
  choose: (value: string) => void,
) {
  return html`
    <fieldset>
      <legend>${title}</legend>
      <div class="segments">
        ${Object.entries(options).map(
          ([label, value]) =>
            html`<label>
              <input
                type="radio"
                name=${name}
                value=${value}
                .checked=${value === chosen}
                @change=${() => choose(value)}
              />
              <span>${label}</span>
            </label>`,
        )}
      </div>
    </fieldset>
  `;
}
