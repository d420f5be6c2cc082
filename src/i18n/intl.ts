/**
 * `Intl` formatters, made once: to make one costs hundreds of times what its use does. Constructors
 * throw on what they do not know, so callers guard the tags and codes that come from outside.
 */
const made = new Map<string, unknown>();

/** What `make` makes, kept under a key that names its constructor and all that it is given. */
export function once<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = made.get(key) as Formatter | undefined;
  if (known) return known;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  return once(
    `n ${locale} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(locale, options),
  );
}

export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return once(
    `d ${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, options),
  );
}

export function pluralRules(locale: string): Intl.PluralRules {
  return once(`p ${locale}`, () => new Intl.PluralRules(locale));
}
