import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

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

/** What can be done with the chosen invoices; nothing where none is chosen. */
export function chosenBar(view: ChosenView, locale: Locale): TemplateResult | typeof nothing {
  const { cancel, clear, count, download, progress } = view;
  if (count === 0 && !progress) return nothing;
  const { messages } = locale;
  const isCollecting = progress?.kind === 'collecting';
  return html`<div part="chosen" class="chosen" tabindex="-1">
    <span role="status">${messages.chosenInvoices(count, locale.count(count))}</span>
    ${chooseMore(view, locale)}
    <button
      part="download-chosen"
      class="button"
      type="button"
      ?disabled=${isCollecting || count === 0}
      @click=${download}
    >
      ${messages.downloadChosen}
    </button>
    <button part="clear-choice" class="button plain-text" type="button" @click=${clear}>
      ${messages.clearChoice}
    </button>
    <div part="archive-state" class="archive-state">
      ${progress ? archiveState(progress, locale) : nothing}
      ${
        isCollecting
          ? html`<button
              part="cancel-archive"
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
              part="choose-all"
              class="button plain-text"
              type="button"
              @click=${chooseAll}
            >
              ${messages.chooseAll}
            </button>`
          : nothing
        : html`<span class="muted">${messages.choosingAll(locale.count(found))}</span>
            <button
              part="stop-choosing"
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

function archiveState({ done, kind, missing, total }: ArchiveProgress, locale: Locale) {
  const { messages } = locale;
  const [some, all] = [locale.count(done), locale.count(total)];
  const lost = missing.length > 0 ? messages.filesMissing(locale.list(missing)) : '';
  switch (kind) {
    case 'collecting':
      return html`<label class="muted">
        ${messages.collectingFiles(some, all)}
        <progress max=${total} value=${done}></progress>
      </label>`;
    case 'saved':
      return html`<span role="status" class=${lost ? 'fault' : 'muted'}
        ><bdi>${[messages.filesSaved, lost].join(' ').trim()}</bdi></span
      >`;
    case 'failed':
      return html`<span role="alert" class="fault"
        ><bdi>${[messages.filesFailed, lost].join(' ').trim()}</bdi></span
      >`;
  }
}
