/** How legible a theme is: what was changed to be so, and every pair of colours with its contrast. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { ColourFinding } from '../../src/ui/contrast.js';

/** A colour that does not stand as it was chosen. */
export interface Correction {
  readonly name: string;
  readonly chosen: string;
  readonly shown: string;
}

const ratio = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const isTooClose = (finding: ColourFinding): boolean => finding.ratio < finding.least;

/** Whether it can all be read, in a sentence. */
export function verdictView(findings: readonly ColourFinding[]): TemplateResult {
  const failing = findings.filter(isTooClose).length;
  return html`<p class="verdict ${failing > 0 ? 'bad' : 'good'}" role="status">
    ${
      findings.length === 0
        ? 'The colours are being measured.'
        : failing === 0
          ? `All ${findings.length} pairs of colours can be told apart.`
          : `${failing} of ${findings.length} pairs of colours are too close.`
    }
  </p>`;
}

export function reportView(
  findings: readonly ColourFinding[],
  corrections: readonly Correction[],
): TemplateResult {
  const failing = findings.filter(isTooClose);
  return html`
    ${
      corrections.length > 0
        ? correctionList(corrections)
        : html`<p class="hint">Every colour is drawn as it was chosen.</p>`
    }
    ${failing.length > 0 ? findingTable(failing, 'Pairs that are too close') : nothing}
    <details>
      <summary>Every pair</summary>
      ${findingTable(findings, 'Every pair of colours')}
    </details>
  `;
}

function correctionList(corrections: readonly Correction[]) {
  return html`
    <p class="hint">
      These are drawn a little darker or lighter than they were chosen, to be legible:
    </p>
    <ul class="corrections">
      ${corrections.map(
        ({ chosen, name, shown }) =>
          html`<li>
            <span>${name}</span>
            <span class="swatch" .style=${`background: ${chosen}`}></span>
            <code>${chosen}</code> to <span class="swatch" .style=${`background: ${shown}`}></span>
            <code>${shown}</code>
          </li>`,
      )}
    </ul>
  `;
}

function findingTable(findings: readonly ColourFinding[], caption: string) {
  return html`
    <div class="scroll" role="region" aria-label=${caption} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">What stands on what</th>
            <th scope="col" class="number">Contrast</th>
            <th scope="col" class="number">Asked for</th>
          </tr>
        </thead>
        <tbody>
          ${findings.map(
            (finding) =>
              html`<tr>
                <th scope="row">${finding.what}</th>
                <td class="number">${ratio.format(Math.floor(finding.ratio * 10) / 10)}</td>
                <td class="number">${ratio.format(finding.least)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
