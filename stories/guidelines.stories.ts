import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { GuidelinesElement } from './guidelines/guidelines.element.js';

if (!customElements.get('design-guidelines')) {
  customElements.define('design-guidelines', GuidelinesElement);
}

type Story = StoryObj;

/** Voice, colour roles, spacing, type, and what to reach for. */
const meta: Meta = {
  title: 'Looks/Guidelines',
  tags: ['!autodocs'],
  render: () => html`<design-guidelines></design-guidelines>`,
};

export default meta;

export const Guidelines: Story = {};
