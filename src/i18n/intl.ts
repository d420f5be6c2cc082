/**
 * `Intl` formatters, made once: to make one costs hundreds of times what its use does. Constructors
 * throw on what they do not know, so callers guard the tags and codes that come from outside.
 */
const made = new Map<string, unknown>();

function once<Formatter>(key: string, make: () => Formatter): Formatter {
  // The key names the constructor, so what is found under it is what `make` would have made.
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

export function listFormat(locale: string): Intl.ListFormat {
  return once(`l ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' }));
}

export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return once(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}

export function pluralRules(locale: string): Intl.PluralRules {
  return once(`p ${locale}`, () => new Intl.PluralRules(locale));
}
