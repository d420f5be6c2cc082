import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Declare = (prototype: ReactiveElement, name: PropertyKey) => void;

/**
 * Makes a field reactive. Lit's own decorator also speaks the standard form, which no compiler of
 * ours emits: in every element that would be a third of a kilobyte for nothing.
 */
export function property(options?: PropertyDeclaration): Declare {
  return (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}
