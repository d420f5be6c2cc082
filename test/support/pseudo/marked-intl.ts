/**
 * Around what `Intl` writes, before and after it: a mark from left to right. Nobody sees it, and who
 * reads numbers as people type them passes over it.
 */
export const intlMark = '\u200E';

type Write = (...values: readonly unknown[]) => string;

const written =
  (write: Write): Write =>
  (...values) =>
    intlMark + write(...values) + intlMark;

/** Marks all that `Intl` writes from now on; answers how to end that. */
export function markIntl(): () => void {
  const undo = [
    markMethod(Intl.DateTimeFormat.prototype, 'formatRange'),
    markMethod(Intl.ListFormat.prototype, 'format'),
    markMethod(Intl.RelativeTimeFormat.prototype as object, 'format'),
    markGetter(Intl.DateTimeFormat.prototype),
    markGetter(Intl.NumberFormat.prototype),
  ];
  return () => {
    for (const end of undo) end();
  };
}

function markMethod(prototype: object, name: string): () => void {
  const own = descriptorOf(prototype, name);
  const write = own.value as Write;
  Object.defineProperty(prototype, name, {
    ...own,
    value(this: unknown, ...values: readonly unknown[]) {
      return written(write.bind(this))(...values);
    },
  });
  return () => {
    Object.defineProperty(prototype, name, own);
  };
}

/** `format` of numbers and dates is bound to its formatter by a getter. */
function markGetter(prototype: object): () => void {
  const own = descriptorOf(prototype, 'format');
  Object.defineProperty(prototype, 'format', {
    ...own,
    get(this: unknown) {
      return written(own.get?.call(this) as Write);
    },
  });
  return () => {
    Object.defineProperty(prototype, 'format', own);
  };
}

function descriptorOf(prototype: object, name: string): PropertyDescriptor {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  if (!own) throw new Error(`Intl has no ${name}.`);
  return own;
}
