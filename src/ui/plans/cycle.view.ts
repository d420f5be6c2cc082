import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Cycle, CycleChoice } from '../../billing/plan-cycles.js';
import type { DialogLocale } from '../checkout/dialog-locale.js';

/** What the choice of a cycle is drawn from. */
export interface CycleView {
  readonly cycles: readonly CycleChoice[];
  readonly chosen: Cycle | undefined;
  readonly choose: (cycle: Cycle) => void;
}

/** How often plans are paid, where they come in several cycles. */
export function cycleSwitch(
  { choose, chosen, cycles }: CycleView,
  locale: DialogLocale,
): TemplateResult | typeof nothing {
  if (cycles.length === 0) return nothing;
  return html`<fieldset part="cycles" class="cycles">
    <legend part="label">${locale.messages.paidHow}</legend>
    ${cycles.map(
      ({ cycle, example: { interval = '', intervalCount } }) =>
        html`<label part="cycle option" class="cycle">
          <input
            type="radio"
            name="cycle"
            value=${cycle}
            .checked=${cycle === chosen}
            @change=${() => {
              choose(cycle);
            }}
          />
          <span
            >${locale.messages.every(interval, intervalCount, locale.count(intervalCount))}</span
          >
        </label>`,
    )}
  </fieldset>`;
}
