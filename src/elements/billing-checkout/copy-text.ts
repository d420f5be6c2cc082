/**
 * Puts what an element says on the clipboard. Where the page may not do that, the text is selected,
 * so that the keyboard can.
 * @returns whether it is on the clipboard
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
