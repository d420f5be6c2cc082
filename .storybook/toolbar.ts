/** What a reviewer may change around any story, and what it does to the page. */
import { html } from 'lit';
import type { Decorator, Preview } from '@storybook/web-components-vite';

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Colour scheme of the page',
    toolbar: {
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
      ],
    },
  },
  direction: {
    description: 'Direction of the text',
    toolbar: {
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  language: {
    description: 'Language of the page',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'en', title: 'English' },
        { value: 'de', title: 'Deutsch' },
        { value: 'fr', title: 'Français' },
        { value: 'es', title: 'Español' },
        { value: 'pt-BR', title: 'Português (Brasil)' },
        { value: 'it', title: 'Italiano' },
        { value: 'pl', title: 'Polski' },
        { value: 'ja', title: '日本語' },
        { value: 'ko', title: '한국어' },
        { value: 'zh-Hans', title: '简体中文' },
        { value: 'ar', title: 'العربية' },
        { value: 'he', title: 'עברית' },
        { value: 'hi', title: 'हिन्दी' },
      ],
    },
  },
  width: {
    description: 'Width of the container',
    toolbar: {
      icon: 'grow',
      dynamicTitle: true,
      items: [
        { value: 'full', title: 'Full width' },
        { value: '320', title: '320 px' },
        { value: '480', title: '480 px' },
        { value: '768', title: '768 px' },
        { value: '1024', title: '1024 px' },
      ],
    },
  },
};

export const initialGlobals = { theme: 'light', direction: 'ltr', language: 'en', width: 'full' };

/** Puts a story on a page as the toolbar says. */
export const onPage: Decorator = (story, { globals }) => {
  const { theme, direction, language, width } = { ...initialGlobals, ...globals };
  const root = document.documentElement;
  root.style.colorScheme = theme;
  root.dir = direction;
  root.lang = language;
  return width === 'full'
    ? story()
    : html`<div .style=${`inline-size: ${width}px; max-inline-size: 100%`}>${story()}</div>`;
};
