import { html, LitElement } from 'lit';

import { elementOf } from '../../.storybook/manifest.js';
import { contentTokens } from '../../src/ui/content-tokens.styles.js';
import { contrast } from '../../src/ui/contrast.styles.js';
import { tokens } from '../../src/ui/tokens.styles.js';
import { styles } from './guidelines.styles.js';
import { advice } from './voice.js';

/** A colour by the part that it plays: its token, and what it becomes. */
const roles: readonly (readonly [token: string, becomes: string, use: string])[] = [
  ['--billing-accent', '--_accent', 'What can be pressed, and what is measured: buttons, bars.'],
  ['--billing-on-accent', '--_on-accent', 'Text on the accent. Black or white by itself.'],
  ['--billing-text', '--_text', 'All that is read first.'],
  ['--billing-text-muted', '--_text-muted', 'Labels and remarks. Never the figure itself.'],
  ['--billing-surface', '--_surface', 'Cards, fields and dialogs.'],
  ['--billing-surface-sunken', '--_surface-sunken', 'What lies lower than a card.'],
  ['--billing-border', '--_border', 'Lines between things. They may be faint.'],
  ['--billing-control', '--_control', 'The edge of what can be pressed: at least 3:1.'],
  ['--billing-track', '--_track', 'The empty part of a meter.'],
  ['--billing-success', '--_success', 'Done and paid. Always beside the word.'],
  ['--billing-warning', '--_warning', 'Soon: low, expiring, waiting.'],
  ['--billing-danger', '--_danger', 'Wrong now: failed, used up, ended.'],
];

const distances: readonly (readonly [units: number, use: string])[] = [
  [1, 'between a word and its remark'],
  [2, 'inside a row, between small buttons'],
  [3, 'between rows, below a title'],
  [5, 'inside a card'],
  [8, 'between groups of a page'],
];

const types: readonly (readonly [look: string, sample: string, tokens: string])[] = [
  ['heading', 'Plan & Usage', '--billing-heading-font, -size, -weight, -spacing'],
  ['figure', '$184.60', '--billing-figure-font, -size, -weight'],
  ['text', 'Renews on April 7, 2026', '--billing-font-size, --billing-line-height'],
  ['small', 'Prepaid: you pay for what you use.', '--billing-small-size'],
  ['caption', 'Updated March 18, 2026, 11:00 AM', '--billing-caption-size'],
];

const shapes: readonly (readonly [name: string, token: string, becomes: string])[] = [
  ['Card', '--billing-radius-card', '--_radius-card'],
  ['Button', '--billing-radius-button', '--_radius-button'],
  ['Field', '--billing-radius', '--_radius'],
  ['Badge', '--billing-radius-badge', '--_radius-badge'],
];

const withSlots = ['plan-usage', 'usage-chart', 'support-plan', 'invoice-list', 'billing-checkout'];

/** How the elements are meant to look and to speak, with the tokens of the page that it stands on. */
export class GuidelinesElement extends LitElement {
  static override styles = [tokens, contentTokens, contrast, styles];

  protected override render() {
    return html`
      <h1>Guidelines</h1>
      <p class="lead">
        What holds for every element, and for whoever dresses them in a brand. All samples are live:
        choose a theme, a scheme or a direction in the toolbar.
      </p>
      ${this.#voice()} ${this.#colours()} ${this.#spacing()} ${this.#type()} ${this.#reach()}
    `;
  }

  #voice() {
    return html`
      <h2>Voice</h2>
      <p>
        People come here about their money. They want to know how things stand and what they can do;
        then they want to leave again.
      </p>
      <div class="scroll">
        <table aria-label="Voice">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Say</th>
              <th scope="col">Do not say</th>
            </tr>
          </thead>
          <tbody>
            ${advice.map(
              ({ isCode, not, rule, say }) =>
                html`<tr>
                  <td>${rule}</td>
                  <td>${isCode ? html`<code>${say}</code>` : say}</td>
                  <td class="muted">${isCode ? html`<code>${not}</code>` : not}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #colours() {
    return html`
      <h2>Colour roles</h2>
      <p>
        A token names a part that is played, not a colour. Give accent, surface and text: the others
        follow. What would be illegible is drawn a little darker or lighter than it was given; text
        keeps 4.5:1, edges and bars keep 3:1. No state is told by colour alone.
      </p>
      <ul class="grid">
        ${roles.map(
          ([token, becomes, use]) =>
            html`<li class="card">
              <div class="swatch" .style=${`background: var(${becomes})`}></div>
              <div>
                <h3><code>${token}</code></h3>
                <p class="muted">${use}</p>
              </div>
            </li>`,
        )}
      </ul>
    `;
  }

  #spacing() {
    return html`
      <h2>Spacing and shape</h2>
      <p>
        Every distance is a multiple of <code>--billing-space</code>: one value makes an element
        dense or roomy. <code>--billing-control-size</code> is the height of what can be pressed,
        and never below 24 pixels.
      </p>
      <div class="scroll">
        <table aria-label="Distances">
          <thead>
            <tr>
              <th scope="col">Units</th>
              <th scope="col">Length</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            ${distances.map(
              ([units, use]) =>
                html`<tr>
                  <th scope="row">${units}</th>
                  <td>
                    <div class="bar" .style=${`inline-size: calc(var(--_space) * ${units})`}></div>
                  </td>
                  <td>${use}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <ul class="grid">
        ${shapes.map(
          ([name, token, becomes]) =>
            html`<li>
              <div class="shape" .style=${`border-radius: var(${becomes})`}>${name}</div>
              <p><code>${token}</code></p>
            </li>`,
        )}
      </ul>
    `;
  }

  #type() {
    return html`
      <h2>Type</h2>
      <p>
        The elements take the font of the page around them. A brand may have another one for titles
        and for figures; figures are what people came for, so they are the largest text of a card.
      </p>
      <div class="scroll">
        <table aria-label="Type">
          <thead>
            <tr>
              <th scope="col">Sample</th>
              <th scope="col">Tokens</th>
            </tr>
          </thead>
          <tbody>
            ${types.map(
              ([look, sample, names]) =>
                html`<tr>
                  <td class=${look}>${sample}</td>
                  <td><code>${names}</code></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #reach() {
    return html`
      <h2>Tokens, slots, parts</h2>
      <p>
        Reach for a <strong>token</strong> first: it holds for every element, in both schemes, and
        what is illegible is corrected. Take a <strong>slot</strong> to say something of your own: a
        title, a remark, a chart. Take a <strong>part</strong> for what no token reaches, such as
        <code>invoice-list::part(download)</code>; a colour that you give to a part is yours to keep
        legible. <strong>Messages</strong> are for words. Nothing else inside an element is
        promised.
      </p>
      <div class="scroll">
        <table aria-label="Slots">
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col">Slot</th>
              <th scope="col">Holds</th>
            </tr>
          </thead>
          <tbody>
            ${withSlots.flatMap((tag) =>
              (elementOf(tag).slots ?? []).map(
                ({ description, name }) =>
                  html`<tr>
                    <th scope="row"><code>${tag}</code></th>
                    <td><code>${name === '' ? 'without a name' : name}</code></td>
                    <td>${description}</td>
                  </tr>`,
              ),
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}
