import type { ReactiveController, ReactiveElement } from 'lit';

import { isTimeZone } from '../billing/dates.js';
import type { CalendarDate, Decimal, Instant, Money } from '../billing/types.js';
import { messages as english } from './en.js';
import { dateFormat, listFormat, numberFormat, relativeFormat } from './intl.js';
import { languageOf, watchLanguage } from './language.js';
import type { DateStyle, Locale } from './locale.js';
import type { Messages } from './messages.js';

export interface LocaleConfig {
  /** The language that the page asked for; left out, the nearest `lang`. */
  locale: () => string | undefined;
  /** Texts that stand in for the built-in ones. */
  messages: () => Partial<Messages>;
}

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  axis: { month: 'short', day: 'numeric' },
};

const monthStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { year: 'numeric', month: 'long' },
  medium: { year: 'numeric', month: 'short' },
  axis: { month: 'short', year: '2-digit' },
};

/** A calendar date as the instant that `Intl` wants, read in UTC again: no zone can shift it. */
const utcNoon = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`);

/** `Intl` takes a number as text, digit by digit, where it is one. */
const exact = (value: Decimal): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral;

const digitsOf = (value: Decimal): Intl.NumberFormatOptions => {
  const digits = value.split('.')[1]?.length ?? 0;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
};

/** Keeps its host in the language of the page around it. */
export class LocaleController implements Locale, ReactiveController {
  readonly #host: ReactiveElement;
  readonly #config: LocaleConfig;
  #stopWatching: (() => void) | undefined;
  #tag: string | undefined;
  #messages: Messages | undefined;

  constructor(host: ReactiveElement, config: LocaleConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopWatching = watchLanguage(this.#host, () => {
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  /** Looked up once an update, not once a text: the nearest `lang` may be far up the tree. */
  hostUpdate(): void {
    this.#tag = undefined;
    this.#messages = undefined;
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  get tag(): string {
    return (this.#tag ??= languageOf(this.#host, this.#config.locale()));
  }

  get messages(): Messages {
    return (this.#messages ??= { ...english, ...this.#config.messages() });
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#host.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  }

  number(value: Decimal): string {
    return numberFormat(this.tag, digitsOf(value)).format(exact(value));
  }

  money({ amount, currency }: Money): string {
    try {
      const options = { style: 'currency', currency, ...digitsOf(amount) } as const;
      return numberFormat(this.tag, options).format(exact(amount));
    } catch {
      return `${currency} ${this.number(amount)}`;
    }
  }

  count(value: number): string {
    return numberFormat(this.tag).format(value);
  }

  date(date: CalendarDate, style: DateStyle = 'medium'): string {
    return dateFormat(this.tag, { ...dateStyles[style], timeZone: 'UTC' }).format(utcNoon(date));
  }

  month(date: CalendarDate, style: DateStyle = 'long'): string {
    return dateFormat(this.tag, { ...monthStyles[style], timeZone: 'UTC' }).format(utcNoon(date));
  }

  dateRange(first: CalendarDate, last: CalendarDate): string {
    const format = dateFormat(this.tag, { dateStyle: 'medium', timeZone: 'UTC' });
    return format.formatRange(utcNoon(first), utcNoon(last));
  }

  day(instant: Instant, timeZone: string): string {
    return this.#instant(instant, { dateStyle: 'long', timeZone });
  }

  dateTime(instant: Instant, timeZone: string): string {
    return this.#instant(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  }

  time(epochMs: number): string {
    return dateFormat(this.tag, { timeStyle: 'short' }).format(epochMs);
  }

  inDays(days: number): string {
    return relativeFormat(this.tag).format(days, 'day');
  }

  list(items: readonly string[]): string {
    return listFormat(this.tag).format(items);
  }

  #instant(instant: Instant, options: Intl.DateTimeFormatOptions & { timeZone: string }): string {
    const timeZone = isTimeZone(options.timeZone) ? options.timeZone : 'UTC';
    return dateFormat(this.tag, { ...options, timeZone }).format(Date.parse(instant));
  }
}
