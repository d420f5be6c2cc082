import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What stands there where there is nothing to draw, or what the page has put in its place. */
export const emptyWords = (text: string): TemplateResult =>
  html`<div><slot name="empty-icon"></slot> <slot name="empty">${text}</slot></div>`;
