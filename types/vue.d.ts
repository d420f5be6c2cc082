/** The elements in templates of Vue 3: `import type {} from 'billing-elements/vue'`. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

import type { Tags } from './tags.js';

type Emit<Events> = EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;

type Elements = {
  [Tag in keyof Tags]: new () => Tags[Tag]['element'] & {
    $props: HTMLAttributes & Partial<Tags[Tag]['properties']> & PublicProps;
    $emit: Emit<Tags[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
