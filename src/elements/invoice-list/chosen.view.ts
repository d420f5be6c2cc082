import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { sentences } from '../../i18n/sentences.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** How the files of several invoices come along. */
export interface ArchiveProgress {
  readonly kind: 'collecting' | 'saved' | 'failed';
  readonly done: number;
  readonly total: number;
  /** The names of invoices without a file. */
  readonly missing: readonly string[];
}

/** What can be done with the chosen invoices is drawn from this. */
export interface ChosenView {
  readonly count: number;
  /** How many are found while all that match are being chosen. */
  readonly found: number | undefined;
  /** Why they could not be chosen, as a code. */
  readonly error: string | undefined;
  /** Chooses those on other pages as well; `undefined` where there are none. */
  readonly chooseAll: (() => void) | undefined;
  readonly stopChoosing: () => void;
  readonly progress: ArchiveProgress | undefined;
  readonly download: () => void;
  readonly clear: () => void;
  readonly cancel: () => void;
}

/**
 * What can be done with the chosen invoices; nothing where none is chosen. What is said of them is
 * said in a region that stands there before: one that comes with its text is often not read.
 */
export function chosenBar(view: ChosenView, locale: Locale): TemplateResult {
  return html`<p role="status" class="visually-hidden">${spokenOf(view, locale)}</p>
    ${view.count === 0 && !view.progress ? nothing : bar(view, locale)}`;
}

function spokenOf({ count, progress }: ChosenView, locale: Locale): string | typeof nothing {
  if (progress?.kind === 'saved') return savedWords(progress, locale);
  return count === 0 ? nothing : locale.messages.chosenInvoices(count, locale.count(count));
}

function bar(view: ChosenView, locale: Locale) {
  const { cancel, clear, count, download, progress } = view;
  const { messages } = locale;
  const isCollecting = progress?.kind === 'collecting';
  return html`<div part="chosen" class="chosen" tabindex="-1">
    <span>${messages.chosenInvoices(count, locale.count(count))}</span>
    ${chooseMore(view, locale)}
    <button
      part="download-chosen button"
      class="button"
      type="button"
      aria-disabled=${isCollecting || count === 0 ? 'true' : 'false'}
      @click=${() => {
        if (!isCollecting && count > 0) download();
      }}
    >
      ${messages.downloadChosen}
    </button>
    <button part="clear-choice button link" class="button plain-text" type="button" @click=${clear}>
      ${messages.clearChoice}
    </button>
    <div part="archive-status" class="archive-state">
      ${progress ? archiveState(progress, locale) : nothing}
      ${
        isCollecting
          ? html`<button
              part="archive-cancel button link"
              class="button plain-text"
              type="button"
              @click=${cancel}
            >
              ${messages.cancelFile}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** The way to those on other pages, which may take a while. */
function chooseMore({ chooseAll, error, found, stopChoosing }: ChosenView, locale: Locale) {
  const { messages } = locale;
  const text =
    error === undefined ? undefined : (messages.errors[error] ?? messages.otherError(error));
  return html`${
      found === undefined
        ? chooseAll
          ? html`<button
              part="choose-all button link"
              class="button plain-text"
              type="button"
              @click=${chooseAll}
            >
              ${messages.chooseAll}
            </button>`
          : nothing
        : html`<span class="muted">${messages.choosingAll(locale.count(found))}</span>
            <button
              part="stop-choosing button link"
              class="button plain-text"
              type="button"
              @click=${stopChoosing}
            >
              ${messages.cancelFile}
            </button>`
    }<span role="alert" class=${text === undefined ? 'visually-hidden' : 'fault'}
      >${text ?? nothing}</span
    >`;
}

function lostWords({ missing }: ArchiveProgress, locale: Locale): string {
  return missing.length > 0 ? locale.messages.filesMissing(locale.list(missing)) : '';
}

function savedWords(progress: ArchiveProgress, locale: Locale): string {
  return sentences([locale.messages.filesSaved, lostWords(progress, locale)], locale);
}

function archiveState(progress: ArchiveProgress, locale: Locale) {
  const { messages } = locale;
  const { done, total } = progress;
  const [some, all] = [locale.count(done), locale.count(total)];
  const lost = lostWords(progress, locale);
  switch (progress.kind) {
    case 'collecting':
      return html`<label class="muted">
        ${messages.collectingFiles(some, all)}
        <progress max=${total} value=${done}></progress>
      </label>`;
    case 'saved':
      return html`<span class=${lost ? 'fault' : 'muted'}
        ><bdi>${savedWords(progress, locale)}</bdi></span
      >`;
    case 'failed':
      return html`<span role="alert" class="fault"
        ><bdi>${sentences([messages.filesFailed, lost], locale)}</bdi></span
      >`;
  }
}
