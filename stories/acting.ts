/** How a story gets to the state that it shows: as a person would. */

/** A story may wait for as long as its visitor does, and no longer. */
const patience = 8_000;

/** Presses the first control of a part, wherever it is, once it is there and can be used. */
export async function pressed(canvas: HTMLElement, part: string): Promise<void> {
  (await shown(canvas, part)).click();
}

/** Types into a field, in place of what is there. */
export async function typed(canvas: HTMLElement, id: string, text: string): Promise<void> {
  const field = await until(() => find(canvas, `#${id}`), `the field ${id}`);
  if (!(field instanceof HTMLInputElement)) throw new Error(`${id} is no field.`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Chooses or ticks what has this label. */
export async function chosen(canvas: HTMLElement, label: string): Promise<void> {
  const input = await until(
    () =>
      findAll(canvas, 'label')
        .find(({ textContent }) => textContent.includes(label))
        ?.querySelector('input'),
    label,
  );
  input.click();
}

/** Waits until something of a part is on screen, and can be used. */
export function shown(canvas: HTMLElement, part: string): Promise<HTMLElement> {
  return until(
    () => find(canvas, `[part~="${part}"]:not(:disabled, [hidden], .visually-hidden)`),
    part,
  );
}

/** Waits until there is an element of this name, in whatever shadow root. */
export function found(canvas: HTMLElement, tag: string): Promise<HTMLElement> {
  return until(() => find(canvas, tag), tag);
}

/** Waits until nothing on the page is on its way any more. */
export function allShown(canvas: HTMLElement): Promise<true> {
  const waiting = ':not(:defined), :state(loading), [part~="skeleton"]';
  return until(() => find(canvas, waiting) === undefined || undefined, 'end of the wait');
}

/** Waits for what `look` looks for; throws, and says what was missing, where it never comes. */
export async function until<Found>(
  look: () => Found | null | undefined,
  what: string,
): Promise<Found> {
  const end = Date.now() + patience;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`There is no ${what}.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function find(root: ParentNode, selector: string): HTMLElement | undefined {
  return findAll(root, selector)[0];
}

/** Looks through shadow roots too. */
function findAll(root: ParentNode, selector: string): HTMLElement[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? findAll(shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll<HTMLElement>(selector), ...inside];
}
