/** The script of a page that tries a fault on elements; it runs before any other. */
import { storyTime } from '../../support/clock.js';
import { holdTime } from '../../support/held-time.js';
import { nextFrame } from '../../support/turn.js';
import type { ElementResult, RunPlan } from './run.js';
import { playThrough } from './scenario.js';
import { watchPage } from './seen.js';
import { watchWire } from './wire.js';

/** Must be found nowhere but in one header. */
const token = 'canary-3f9c2b71';

const seen = watchPage();
const wire = watchWire((url) => url.includes('/accounts/'));
/** Also the short waits before a second try; what is shorter only ends a task. */
const held = holdTime(storyTime, 5);

async function run(): Promise<ElementResult[]> {
  const plan = JSON.parse(document.body.dataset['plan'] ?? '') as RunPlan;
  const names = ['billing-provider', ...plan.elements.map(({ name }) => name)];
  await Promise.all(names.map((name) => customElements.whenDefined(name)));
  const stage = byId('stage');
  Object.assign(stage, { getToken: () => Promise.resolve(token) });
  const neighbour = byId('neighbour');
  while (!neighbour.matches(':state(ready)')) await nextFrame();

  const results: ElementResult[] = [];
  for (const element of plan.elements) {
    results.push(await playThrough({ plan, held, wire, seen, token, stage, neighbour }, element));
  }
  return results;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element;
}

addEventListener('DOMContentLoaded', () => {
  void run()
    .catch((thrown: unknown): ElementResult[] => [
      {
        name: 'plan-usage',
        faces: [],
        problems: [{ kind: 'stuck', text: `The page broke off: ${String(thrown)}` }],
      },
    ])
    .then((elements) =>
      wire.fetch('/result', { method: 'POST', body: JSON.stringify({ elements }) }),
    );
});
