import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/all.js';
import { face } from './faces.js';
import { until } from './acting.js';
import { ThemeBuilderElement } from './theme-builder/theme-builder.element.js';

if (!customElements.get('theme-builder')) {
  customElements.define('theme-builder', ThemeBuilderElement);
}

type Story = StoryObj;

const wide = 'grid-column: 1 / -1';

/** A theme is a file of tokens. Make one here, look at every element in it, and copy it. */
const meta: Meta = {
  title: 'Looks/Theme builder',
  tags: ['!autodocs'],
  render: () => html`
    <theme-builder>
      <billing-provider api-base="/api/billing/accounts/acc_1">
        <plan-usage></plan-usage>
        <support-plan></support-plan>
        <usage-chart range="2w" .style=${wide}></usage-chart>
        <invoice-list page-size="5" .style=${wide}></invoice-list>
        <billing-checkout
          purpose="top_up"
          balance-id="credits"
          amount="100.00"
          .style=${wide}
        ></billing-checkout>
      </billing-provider>
    </theme-builder>
  `,
  parameters: { layout: 'fullscreen' },
};

export default meta;

const settled = face('ready', 'invoice-list');

/** The elements by themselves. */
export const Builder: Story = settled;

/** A pale accent and a pale text: what is corrected is told. */
export const PaleColours: Story = {
  ...settled,
  play: async (context) => {
    await settled.play(context);
    const builder = context.canvasElement.querySelector('theme-builder');
    const well = await until(
      () =>
        builder?.shadowRoot?.querySelector<HTMLInputElement>('[aria-label="Muted text, light"]'),
      'colour of muted text',
    );
    well.value = '#c9c9d2';
    well.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => builder?.shadowRoot?.querySelector('.corrections'), 'word of a correction');
  },
};
