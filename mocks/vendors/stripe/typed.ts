/** What Stripe's own SDK says of its objects and parameters: the judge of fakes and of forms. */

/** An object of Stripe's with the fields that a test needs, each with the type that the SDK gives it. */
export type Sent<T> = T extends (infer Item)[]
  ? Sent<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Sent<T[Key]> }
    : T;

/** Parameters as the pairs of a form, in the brackets that Stripe takes. */
export function pairsOf(params: object, prefix = ''): string[] {
  return Object.entries(params)
    .flatMap(([name, value]: [string, unknown]): string[] => {
      const key = Array.isArray(params) && typeof value !== 'object' ? '' : name;
      const place = prefix ? `${prefix}[${key}]` : name;
      return typeof value === 'object' && value !== null
        ? pairsOf(value, place)
        : [`${place}=${String(value)}`];
    })
    .sort();
}

/** The pairs of a form or of a query as they were sent. */
export const sentPairs = (form: string): string[] =>
  [...new URLSearchParams(form)].map(([name, value]) => `${name}=${value}`).sort();
