/** What a page full of hostile texts looks like from within; it is handed to the page as it stands. */

export interface Looked {
  /** Kinds of nodes: each element, and each with each of its attributes. */
  readonly kinds: readonly string[];
  /** The texts that stand on the page, as they are. */
  readonly text: string;
  /** Every address that something leads to or loads. */
  readonly addresses: readonly string[];
  /** Foreign texts that could turn what stands beside them. */
  readonly unisolated: readonly string[];
}

/** Looks through all shadow roots of the page. Without anything from outside: it runs in the page. */
export function look(): Looked {
  const kinds = new Set<string>();
  const texts: string[] = [];
  const addresses: string[] = [];
  const unisolated: string[] = [];
  const addressed = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href'];

  /** Whether anything but a text stands in the same line, and would be turned with it. */
  const isIsolated = (text: Text): boolean => {
    if (/[\u2066-\u2068]/u.test(text.data.trim().charAt(0))) return true;
    let inner: Node = text;
    for (let around = text.parentElement; around; around = around.parentElement) {
      const { display, unicodeBidi } = getComputedStyle(around);
      if (/isolate|plaintext/u.test(unicodeBidi) || display.startsWith('inline-')) return true;
      const others = [...around.childNodes].filter((node) => node !== inner);
      if (others.some((node) => (node.textContent ?? '').trim() !== '')) return false;
      if (display !== 'inline' && display !== 'contents') return true;
      inner = around;
    }
    return true;
  };

  const visit = (node: Node): void => {
    if (node instanceof Text) {
      texts.push(node.data);
      const isDrawn = node.parentElement?.closest('svg, option, title') === null;
      if (isDrawn && node.data.includes('⟦') && !isIsolated(node)) unisolated.push(node.data);
    }
    if (node instanceof Element) {
      kinds.add(node.localName);
      for (const { name, value } of node.attributes) {
        kinds.add(`${node.localName} ${name}`);
        if (addressed.includes(name)) addresses.push(value);
        else if (value.includes('⟦')) texts.push(value);
      }
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    for (const child of node.childNodes) visit(child);
  };
  visit(document.body);
  return { kinds: [...kinds].sort(), text: texts.join('\n'), addresses, unisolated };
}

/** Addresses that no foreign text may become. */
export const strayAddresses = (addresses: readonly string[]): string[] =>
  addresses.filter((one) => !/^(?:https:|mailto:|tel:|#)/u.test(one));
