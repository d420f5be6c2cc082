/** The HTML of a story, to copy into a page. */
import { elementOf } from './manifest.js';

/** An element with the attributes that these values of its properties are. */
export function htmlOf(tag: string, args: Readonly<Record<string, unknown>>): string {
  const { attributes = [] } = elementOf(tag);
  const given = attributes.flatMap(({ default: fallback, fieldName, name }) => {
    const value = fieldName === undefined ? undefined : args[fieldName];
    if (value === true) return [name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return String(value) === fallback ? [] : [`${name}="${value}"`];
  });
  return `<${[tag, ...given].join(' ')}></${tag}>`;
}

/** A whole example: the one script, and the element with the address of an account. */
export function pasteOf(tag: string): string {
  const inside = tag === 'billing-provider' ? '\n  <plan-usage></plan-usage>\n' : '';
  return [
    '<script type="module" src="/assets/cdn/billing-elements.js"></script>',
    '',
    `<${tag} api-base="/api/billing/accounts/acc_1">${inside}</${tag}>`,
  ].join('\n');
}

/** The same with a bundler. */
export function importOf(tag: string): string {
  return `import 'billing-elements/${tag}.js';`;
}
