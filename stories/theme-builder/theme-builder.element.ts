import { html, LitElement } from 'lit';
import { state } from 'lit/decorators.js';

import { themeNames, themeText } from '../../.storybook/themes.js';
import { contrastReport } from '../../src/ui/contrast.js';
import type { ColourFinding } from '../../src/ui/contrast.js';
import { computedColours, rgbOf } from '../../src/ui/rgb.js';
import { chartPairs } from '../../src/elements/usage-chart/chart-colours.js';
import { panelView } from './panel.view.js';
import { reportView, verdictView } from './report.view.js';
import type { Correction } from './report.view.js';
import {
  coloursOf,
  cssOf,
  declarationsOf,
  fineRoles,
  mainRoles,
  plainTheme,
  signalRoles,
  themeOf,
} from './theme.js';
import type { Role, Scheme, Theme } from './theme.js';
import { styles } from './theme-builder.styles.js';

/** The private token that a role becomes, where that may be another colour than the chosen one. */
const drawn: Readonly<Record<string, string>> = {
  '--billing-text': '--_text',
  '--billing-text-muted': '--_text-muted',
  '--billing-control': '--_control',
  '--billing-success': '--_success',
  '--billing-warning': '--_warning',
  '--billing-danger': '--_danger',
};

/** A page on which a theme is made, over all elements as they are. */
export class ThemeBuilderElement extends LitElement {
  static override styles = styles;

  @state() private theme: Theme = plainTheme;
  @state() private scheme: Scheme = 'light';
  @state() private findings: readonly ColourFinding[] = [];
  @state() private corrections: readonly Correction[] = [];
  @state() private isCopied = false;

  readonly #sheet = new CSSStyleSheet();
  #measuring: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
    this.scheme = isDark ? 'dark' : 'light';
  }

  protected override firstUpdated(): void {
    this.shadowRoot?.adoptedStyleSheets.push(this.#sheet);
    void this.#measureOnceDrawn();
  }

  protected override render() {
    return html`
      <aside aria-label="Theme">
        <h1>Theme builder</h1>
        ${panelView({
          theme: this.theme,
          scheme: this.scheme,
          themeNames,
          start: (name) => this.#change(themeOf(themeText(name))),
          look: (scheme) => {
            this.scheme = scheme;
          },
          paint: (role, scheme, colour) => this.#paint(role, scheme, colour),
          set: (token, value) =>
            this.#change({ ...this.theme, values: { ...this.theme.values, [token]: value } }),
          write: (font) => this.#change({ ...this.theme, font }),
        })}
        ${verdictView(this.findings)}
        <button class="button" type="button" @click=${this.#copy}>
          ${this.isCopied ? 'Copied' : 'Copy the CSS'}
        </button>
      </aside>
      <div class="results">
        <div class="preview" role="group" aria-label="The elements in this theme">
          <slot></slot>
        </div>
        <section>
          <h2>Legibility in ${this.scheme}</h2>
          ${reportView(this.findings, this.corrections)}
        </section>
        <section>
          <h2>The theme as CSS</h2>
          <pre tabindex="0" role="region" aria-label="The theme as CSS">${cssOf(this.theme)}</pre>
        </section>
      </div>
    `;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('theme') && !changed.has('scheme')) return;
    const { font } = this.theme;
    const all = [...mainRoles, ...fineRoles];
    const colour = (token: string): string => {
      const role = all.find((each) => each.token === token);
      return role ? coloursOf(role, this.theme)[this.scheme] : 'Canvas';
    };
    this.#sheet.replaceSync(`.preview {
${declarationsOf(this.theme)}
  --page: ${colour('--billing-surface-sunken')};
  --ink: ${colour('--billing-text')};
  color-scheme: ${this.scheme};
  ${font === '' ? '' : `font-family: ${font};`}
}`);
    this.#measureSoon();
  }

  #change(theme: Theme): void {
    this.theme = theme;
    this.isCopied = false;
  }

  #paint(role: Role, scheme: Scheme, colour: string): void {
    const colours = { ...coloursOf(role, this.theme), [scheme]: colour };
    this.#change({ ...this.theme, colours: { ...this.theme.colours, [role.token]: colours } });
  }

  readonly #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(cssOf(this.theme));
    this.isCopied = true;
  };

  /** Colours can be measured as soon as an element wears the looks of its content. */
  async #measureOnceDrawn(): Promise<void> {
    const [first, ...rest] = this.#elements();
    while (this.isConnected && ![first, ...rest].every((each) => each?.matches(':state(ready)'))) {
      await new Promise((drawnAgain) => requestAnimationFrame(drawnAgain));
    }
    this.#measureSoon();
  }

  #elements(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('plan-usage, usage-chart')];
  }

  #measureSoon(): void {
    if (this.#measuring !== undefined) return;
    this.#measuring = requestAnimationFrame(() => {
      this.#measuring = undefined;
      this.#measure();
    });
  }

  #measure(): void {
    const [plan, chart] = this.#elements();
    if (!plan?.matches(':state(ready)') || !chart?.matches(':state(ready)')) return;
    this.findings = [...contrastReport(plan), ...contrastReport(chart, chartPairs)];
    this.corrections = this.#correctionsIn(plan);
  }

  #correctionsIn(plan: HTMLElement): readonly Correction[] {
    const probe = document.createElement('span');
    plan.shadowRoot?.append(probe);
    const roles = [...mainRoles, ...signalRoles, ...fineRoles].filter(
      ({ token }) => drawn[token] && this.theme.colours[token],
    );
    const shown = computedColours(
      probe,
      roles.map(({ token }) => `var(${drawn[token] ?? token})`),
    );
    probe.remove();
    return roles.flatMap((role, at) => {
      const chosen = coloursOf(role, this.theme)[this.scheme];
      const now = rgbOf(shown[at] ?? '') ?? [0, 0, 0];
      const before = rgbOf(chosen) ?? now;
      // One step is how colours are rounded.
      const isSame = now.every((channel, index) => Math.abs(channel - (before[index] ?? 0)) < 3);
      return isSame ? [] : [{ name: role.name, chosen, shown: hexOf(now) }];
    });
  }
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
