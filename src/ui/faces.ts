import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';

import { dateFormat, numberFormat } from '../i18n/intl.js';
import type { Speech } from '../i18n/locale.js';
import { sentences } from '../i18n/sentences.js';
import type { Loadable } from '../state/query.js';
import { BillingErrorEvent, SignInRequestEvent } from './faces.events.js';

/** How an element stands, in the order in which one wins where several could hold. */
export const faces = [
  'signed-out',
  'denied',
  'offline',
  'error',
  'loading',
  'stale',
  'partial',
  'empty',
  'ready',
] as const;

export type Face = (typeof faces)[number];

type Failure = NonNullable<Loadable['error']>;

/** From here on a wait is said to be long. */
const longWait = 4_000;

function faceOf({ code, status }: Failure): Face {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'denied';
  if (code === 'not_supported') return 'empty';
  // `onLine` proves nothing when it is true, but false is sure.
  return status === 0 && !navigator.onLine ? 'offline' : 'error';
}

/** The time of day of a moment, in the time zone of the browser: it is the person's own memory. */
function timeOf(epochMs: number, tag: string): string {
  return dateFormat(tag, { timeStyle: 'short' }).format(epochMs);
}

function counted(count: number, tag: string): string {
  return numberFormat(tag).format(count);
}

type MaybeIncomplete = { readonly setAside?: number } | null | undefined;

/** How many rows of an answer, or of the answers it is made of, could not be read. */
function countSetAside(value: unknown): number {
  const parts: readonly MaybeIncomplete[] = Object.values(value ?? {});
  const answers = [value as MaybeIncomplete, ...parts];
  return answers.reduce((sum, answer) => sum + (answer?.setAside ?? 0), 0);
}

/** Gives its host exactly one face at a time, on screen and in its custom states. */
export class Faces<Value> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #content: Loadable;
  readonly #sources: readonly [Loadable<Value>, ...Loadable[]];
  readonly #isEmpty: (value: Value) => boolean;
  readonly #states: CustomStateSet;
  readonly #reported = new WeakSet<Failure>();
  #waitingSince: number | undefined;
  #focus: Element | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param content - What the host draws with; without it there is nothing to show.
   * @param sources - What the host shows. The first one decides the face.
   */
  constructor(
    host: ReactiveElement,
    content: Loadable,
    sources: readonly [Loadable<Value>, ...Loadable[]],
    isEmpty: (value: Value) => boolean = () => false,
  ) {
    this.#host = host;
    this.#content = content;
    this.#sources = sources;
    this.#isEmpty = isEmpty;
    this.#states = host.attachInternals().states;
    host.addController(this);
  }

  get now(): Face {
    const [first, ...others] = this.#sources;
    if (this.#failure?.status === 401) return 'signed-out';
    const { error, pending, value } = first;
    if (value === undefined && error && !pending) return faceOf(error);
    if (this.#content.error && !this.#content.pending) return 'error';
    if (value === undefined || this.#content.value === undefined) return 'loading';
    if (others.some((other) => other.value === undefined && !other.error)) return 'loading';
    if (error) return 'stale';
    if (others.some((other) => other.error) || this.#setAside > 0) return 'partial';
    return this.#isEmpty(value) ? 'empty' : 'ready';
  }

  reload(): void {
    for (const source of this.#all) source.reload();
  }

  hostUpdated(): void {
    this.#states.clear();
    this.#states.add(this.now);
    this.#keepTime();
    this.#keepFocus();
    for (const { error } of this.#all) {
      if (!error || this.#reported.has(error)) continue;
      this.#reported.add(error);
      this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitingSince = undefined;
  }

  /** The face's own words, then what is known; before that `skeleton`, as high as what will come. */
  render(
    locale: Speech,
    show: (value: Value) => unknown,
    skeleton: TemplateResult,
  ): TemplateResult {
    this.#focus = this.#host.shadowRoot?.activeElement;
    const face = this.now;
    const { value } = this.#sources[0];
    const hasContent = this.#content.value !== undefined;
    const isGone = face === 'signed-out' || value === undefined || !hasContent;
    return html`
      ${this.#renderStatus(face, locale)}
      ${isGone ? nothing : show(value)}${face === 'loading' && isGone ? skeleton : nothing}
    `;
  }

  get #all(): readonly Loadable[] {
    return [...this.#sources, this.#content];
  }

  get #setAside(): number {
    return this.#sources.reduce((sum, { value }) => sum + countSetAside(value), 0);
  }

  get #failure(): Failure | undefined {
    const failures = this.#all.flatMap(({ error }) => error ?? []);
    return failures.find(({ status }) => status === 401) ?? failures[0];
  }

  /** Both regions stand there from the start: a region that comes with its text is often not read. */
  #renderStatus(face: Face, locale: Speech) {
    const isAlert = face === 'error' || face === 'denied' || face === 'signed-out';
    const text = this.#words(face, locale);
    const hasText = text !== '';
    // It may hold the name of a request or of a failure that the server gave.
    const said = hasText ? html`<bdi>${text}</bdi>` : nothing;
    return html`<div
      part="status"
      class=${hasText ? `notice ${isAlert ? 'danger' : ''}` : 'visually-hidden'}
      tabindex="-1"
    >
      <div role="alert">${isAlert ? said : nothing}</div>
      <div role="status">${isAlert ? nothing : said}</div>
      ${this.#renderDetails(face, locale)}
    </div>`;
  }

  /** What the face says, whole sentences; nothing where what is shown speaks for itself. */
  #words(face: Face, locale: Speech): string {
    const { messages } = locale;
    const why = this.#why(locale);
    switch (face) {
      case 'signed-out':
        return messages.signedOut;
      case 'denied':
        // What the host itself has read off the account, it explains itself.
        return this.#failure?.cause ? '' : messages.denied;
      case 'offline':
        return messages.offline;
      case 'error':
      case 'empty':
        return why;
      case 'loading':
        return this.#isLong ? messages.takingLonger : '';
      case 'stale': {
        const { answeredAt } = this.#sources[0];
        const age =
          answeredAt === undefined ? '' : messages.staleSince(timeOf(answeredAt, locale.tag));
        return sentences([why, age], locale);
      }
      case 'partial': {
        const count = this.#setAside;
        const missing = count > 0 ? messages.setAside(count, counted(count, locale.tag)) : '';
        return sentences([why && messages.someMissing, why, missing], locale);
      }
      case 'ready':
        return '';
    }
  }

  #why({ messages }: Speech): string {
    const code = this.#failure?.code;
    if (code === undefined) return '';
    return messages.errors[code] ?? messages.otherError(code);
  }

  #renderDetails(face: Face, { messages, tag }: Speech) {
    const failure = this.#failure;
    if (!failure || face === 'loading' || face === 'empty') return nothing;
    const { requestId } = failure;
    const countdown = this.#countdown;
    return html`
      ${
        countdown === undefined
          ? nothing
          : html`<bdi class="muted"
              >${messages.retryingIn(countdown, counted(countdown, tag))}</bdi
            >`
      }
      ${
        requestId && face !== 'signed-out'
          ? html`<bdi class="muted">${messages.requestId(requestId)}</bdi>`
          : nothing
      }
      ${this.#renderWayOn(face, failure, messages)}
    `;
  }

  #renderWayOn(face: Face, { retryable }: Failure, messages: Speech['messages']) {
    if (face === 'signed-out') {
      return html`<button part="sign-in button" class="button" type="button" @click=${this.#signIn}>
        ${messages.signIn}
      </button>`;
    }
    if (face === 'denied' || !(retryable || face === 'error' || face === 'offline')) return nothing;
    return html`<button part="retry button" class="button" type="button" @click=${this.#retry}>
      ${messages.retry}
    </button>`;
  }

  /** All of it, also what is there: it may lack rows, and is of another time than what comes. */
  readonly #retry = (event: Event): void => {
    this.#handFocusOn(event);
    this.reload();
  };

  readonly #signIn = (event: Event): void => {
    if (this.#host.dispatchEvent(new SignInRequestEvent())) this.#retry(event);
  };

  /** The button may be gone by the next frame, and focus would fall to the body. */
  #handFocusOn({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLElement) currentTarget.parentElement?.focus();
  }

  /**
   * To the title, for whoever has waited on the line that said how things stand, which has nothing
   * more to say, and for whoever was at something that is gone: focus would fall to the body.
   */
  #keepFocus(): void {
    const root = this.#host.shadowRoot;
    const at = root?.activeElement;
    const hasWaited = this.now !== 'loading' && at?.matches('div.visually-hidden');
    if (!hasWaited && (at || !this.#focus)) return;
    root?.querySelector<HTMLElement>('h2, [part~="status"]')?.focus();
  }

  get #isLong(): boolean {
    return this.#waitingSince !== undefined && Date.now() - this.#waitingSince >= longWait;
  }

  /** Whole seconds until a failed request is sent again. */
  get #countdown(): number | undefined {
    const moments = this.#sources.flatMap(({ retryAt }) => retryAt ?? []);
    if (moments.length === 0) return undefined;
    return Math.max(0, Math.ceil((Math.min(...moments) - Date.now()) / 1000));
  }

  /** Draws again when a wait has become long, and each second while a countdown runs. */
  #keepTime(): void {
    clearTimeout(this.#timer);
    const isWaiting = this.now === 'loading';
    if (!isWaiting) this.#waitingSince = undefined;
    else this.#waitingSince ??= Date.now();
    const untilLong = (this.#waitingSince ?? 0) + longWait - Date.now();
    const next = this.#countdown !== undefined ? 1000 : isWaiting && untilLong > 0 ? untilLong : 0;
    if (next === 0 || !this.#host.isConnected) return;
    this.#timer = setTimeout(() => {
      this.#host.requestUpdate();
    }, next);
  }
}
