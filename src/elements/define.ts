import { version } from './version.js';

let hasWarned = false;

/** Whether the page has an element of this name. It is told once of one that is of another version. */
export function isTaken(tag: string): boolean {
  const first = customElements.get(tag) as { readonly version?: string } | undefined;
  if (first && first.version !== version && !hasWarned) {
    hasWarned = true;
    console.warn(`<${tag}> ${version} is left out: the page has ${first.version} already.`);
  }
  return first !== undefined;
}

/** Defines an element, unless another copy of the package came first: then that one stays. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!isTaken(tag)) customElements.define(tag, element);
}
