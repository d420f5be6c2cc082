import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Feature } from '../../billing/lost-features.js';
import type { Subscription, When } from '../../billing/types.js';
import type { SupportLocale as Locale } from './support-locale.js';

/** What a person has said so far. */
export interface CancelDraft {
  readonly when: When;
  /** One of the reasons on offer, or nothing. */
  readonly reason: string;
  readonly comment: string;
}

/** What the form is drawn from. */
export interface CancelView {
  readonly subscription: Subscription;
  readonly timeZone: string;
  /** From when it may end. */
  readonly whens: readonly When[];
  /** What goes with the plan. */
  readonly losses: readonly Feature[];
  readonly draft: CancelDraft;
  readonly failure: string | undefined;
  /** The form has only just come up. */
  readonly isNew: boolean;
  /** It is just being ended. */
  readonly isBusy: boolean;
  /** What was said is on its way, or may be: it is no longer to be altered. */
  readonly isFixed: boolean;
  readonly change: (part: Partial<CancelDraft>) => void;
  readonly keep: () => void;
  readonly cancel: () => void;
}

/** As long as the contract lets it be. */
const longestComment = 2000;

/** From when, what is lost, why; and both ways out beside each other. */
export function cancelForm(view: CancelView, locale: Locale): TemplateResult {
  const { messages } = locale;
  const { failure, isBusy, isNew } = view;
  return html`<form
    class="form"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      // The field in which Enter was pressed may be locked now, and would lose the focus to the page.
      event.submitter?.focus();
      view.cancel();
    }}
  >
    ${whenChoice(view, locale)} ${losses(view, locale)} ${reasonChoice(view, locale)}
    ${commentField(view, locale)}
    <div
      part="problem"
      role="alert"
      class=${failure === undefined ? 'visually-hidden' : 'notice danger'}
    >
      ${failure ?? nothing}
    </div>
    <div class="form-end">
      <button part="keep button" class="button" type="button" @click=${view.keep}>
        ${messages.keepSupport}
      </button>
      <button
        part="cancel button danger"
        class="button danger"
        type="submit"
        ?disabled=${isNew}
        aria-disabled=${isBusy ? 'true' : nothing}
      >
        ${messages.cancelSupport}
      </button>
    </div>
  </form>`;
}

function whenChoice(view: CancelView, locale: Locale) {
  const { messages } = locale;
  const { subscription, timeZone, whens } = view;
  const { period } = subscription;
  const day = period && locale.day(period.end, timeZone);
  const words: Record<When, readonly [text: string, hint: string | undefined]> = {
    period_end: [messages.cancelAtPeriodEnd(day ?? ''), undefined],
    now: [messages.cancelNow, period && messages.cancelNowHint],
  };
  return html`<fieldset part="when" class="choices" ?disabled=${view.isFixed}>
    <legend part="label"><bdi>${messages.cancelWhen}</bdi></legend>
    ${whens.map((when) => whenOption(when, words[when], view))}
  </fieldset>`;
}

function whenOption(
  when: When,
  [text, hint]: readonly [text: string, hint: string | undefined],
  { change, draft }: CancelView,
) {
  return html`<label part="option" class="option">
    <input
      type="radio"
      name="when"
      value=${when}
      .checked=${draft.when === when}
      aria-describedby=${hint === undefined ? nothing : 'when-hint'}
      @change=${() => {
        change({ when });
      }}
    />
    <span>
      <bdi>${text}</bdi>
      ${hint === undefined ? nothing : html`<span id="when-hint" class="muted hint"><bdi>${hint}</bdi></span>`}
    </span>
  </label>`;
}

function losses({ losses: lost }: CancelView, { messages }: Locale) {
  if (lost.length === 0) return nothing;
  return html`<section part="losses" aria-labelledby="losses">
    <h3 id="losses" part="subheading" class="losses-head">${messages.cancelLoses}</h3>
    <ul class="losses" role="list">
      ${lost.map(
        ({ name, value }) =>
          html`<li>
            <bdi>${name}</bdi>${
              typeof value === 'string' ? html` <bdi class="muted">${value}</bdi>` : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Nobody has to say why: that is a choice too, and so one that can be gone back to. */
function reasonChoice({ change, draft, isFixed }: CancelView, { messages }: Locale) {
  const choices = [['', messages.cancelNoReason], ...Object.entries(messages.cancelReasons)];
  return html`<fieldset part="reason" ?disabled=${isFixed}>
    <legend part="label">${messages.cancelReason}</legend>
    <div class="reasons">
      ${choices.map(
        ([reason = '', text]) =>
          html`<label part="option" class="reason">
            <input
              type="radio"
              name="reason"
              value=${reason}
              .checked=${draft.reason === reason}
              @change=${() => {
                change({ reason });
              }}
            />
            <span><bdi>${text}</bdi></span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function commentField({ change, draft, isFixed }: CancelView, { messages }: Locale) {
  return html`<div part="field" class="field">
    <label part="label" for="comment">${messages.cancelComment}</label>
    <textarea
      id="comment"
      part="comment input"
      rows="3"
      maxlength=${longestComment}
      ?disabled=${isFixed}
      .value=${draft.comment}
      @input=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLTextAreaElement) {
          change({ comment: currentTarget.value });
        }
      }}
    ></textarea>
  </div>`;
}
