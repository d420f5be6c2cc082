import type { Page } from 'playwright-core';

/** More stops than any page here has. */
const mostStops = 120;

/** Tab by Tab to a control, as somebody does who has no mouse. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const text = await nameOfFocused(page);
    if (typeof name === 'string' ? text === name : name.test(text)) return;
    passed.push(text);
  }
  throw new Error(`No Tab leads to ${String(name)}, but to ${passed.join(' | ')}.`);
}

/** From one choice of a group on to another, as arrows do it. */
export async function arrowTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('ArrowRight');
    if ((await nameOfFocused(page)) === name) return;
  }
  throw new Error(`No arrow leads to ${name}.`);
}

/** What has the focus, by the name that it has for people. */
function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const label =
      active instanceof HTMLInputElement || active instanceof HTMLSelectElement
        ? active.labels?.[0]
        : active;
    const text = active?.getAttribute('aria-label') ?? label?.textContent ?? '';
    return text.replaceAll(/\s+/g, ' ').trim();
  });
}
