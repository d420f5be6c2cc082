/** The elements in JSX of React 19: `import type {} from 'billing-elements/react'`. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { Tags } from './tags.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Elements = {
  [Tag in keyof Tags]: DetailedHTMLProps<
    HTMLAttributes<Tags[Tag]['element']>,
    Tags[Tag]['element']
  > &
    Partial<Tags[Tag]['properties']> &
    Tags[Tag]['attributes'] &
    Handlers<Tags[Tag]['events']>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
