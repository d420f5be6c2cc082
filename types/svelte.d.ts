/** The elements in templates of Svelte 5, and of 4: `import type {} from 'billing-elements/svelte'`. */
import type { HTMLAttributes } from 'svelte/elements';

import type { Tags } from './tags.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?:
    ((event: Events[Name]) => void) | null | undefined;
};

type Elements = {
  [Tag in keyof Tags]: HTMLAttributes<Tags[Tag]['element']> &
    Partial<Tags[Tag]['properties']> &
    Tags[Tag]['attributes'] &
    Handlers<Tags[Tag]['events']>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
