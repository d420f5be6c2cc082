/** A function that answers the same object again while its arguments stay the same. */
export function remember<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    const isSame = last?.args.every((arg, index) => Object.is(arg, args[index])) ?? false;
    if (!last || !isSame) last = { args, result: make(...args) };
    return last.result;
  };
}
