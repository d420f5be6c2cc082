/** What a reviewer may set of an element: its attributes. What it holds besides is in its reference. */
import type { ArgTypes } from '@storybook/web-components-vite';

import { elementOf } from './manifest.js';

export function argTypesOf(tag: string): ArgTypes {
  const { attributes = [] } = elementOf(tag);
  return Object.fromEntries(
    attributes.map(({ default: fallback = '', description = '', fieldName, name, type }) => {
      const text = type?.text ?? 'string';
      const kind = text.includes('boolean')
        ? 'boolean'
        : text.includes('number')
          ? 'number'
          : 'text';
      return [
        fieldName ?? name,
        {
          name,
          description,
          control: { type: kind },
          table: { type: { summary: text }, defaultValue: { summary: fallback } },
        },
      ];
    }),
  );
}
