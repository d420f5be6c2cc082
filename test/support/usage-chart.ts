import { fixture, html, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { UsageQuery, UsageSeries } from '../../src/billing/types.js';
// What it draws with: here already, so that a turn of the event loop is enough.
import '../../src/elements/usage-chart/usage-chart.content.js';
import '../../src/elements/usage-chart/usage-chart.js';
import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import { parts, settled } from './mount.js';
import { serving } from './serving.js';

export type Attributes = Readonly<Record<string, string>>;

/** A chart on the page, with its answers drawn as a table and in words; ECharts may be on its way. */
export async function chartOf(
  client: BillingApi = serving(),
  attributes: Attributes = {},
): Promise<UsageChartElement> {
  const element = document.createElement('usage-chart');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.client = client;
  document.documentElement.lang = 'en';
  await fixture(html`${element}`);
  // Its code is here, but an import takes its time all the same; then the account, then the usage.
  await waitUntil(
    () => !element.matches(':state(loading)') || parts(element, 'filters').length > 0,
  );
  await settled(element);
  return element;
}

/** A client that remembers what usage it was asked for. */
export function listening(client: BillingApi = serving()): {
  readonly client: BillingApi;
  readonly asked: UsageQuery[];
} {
  const asked: UsageQuery[] = [];
  const usage: BillingApi['usage'] = (query, options) => {
    asked.push(query);
    return client.usage(query, options);
  };
  return { client: { ...client, usage }, asked };
}

/** A client whose account has its first meter changed. */
export async function withMeter(change: object, client = serving()): Promise<BillingApi> {
  const account = await client.account();
  const [first, ...others] = account.meters;
  if (!first) throw new Error('The account has no meter.');
  const meters = [{ ...first, ...change }, ...others];
  return { ...client, account: () => Promise.resolve({ ...account, meters }) };
}

/** A client whose answers about usage are changed. */
export function withSeries(
  change: (series: UsageSeries) => UsageSeries,
  client = serving(),
): BillingApi {
  return { ...client, usage: async (query, options) => change(await client.usage(query, options)) };
}

/** Chooses a filter by its words, as a person does. */
export async function choose(element: UsageChartElement, name: string): Promise<void> {
  const label = parts(element, 'range').find(({ textContent }) => textContent.trim() === name);
  if (!label) throw new Error(`There is no filter "${name}".`);
  label.click();
  await settled(element);
}

/** Fills a field of the custom range. */
export async function fill(
  element: UsageChartElement,
  field: 'from' | 'to',
  date: string,
): Promise<void> {
  const input = dateField(element, field);
  input.value = date;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
}

export function dateField(element: UsageChartElement, field: 'from' | 'to'): HTMLInputElement {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>(`#${field}`);
  if (!input) throw new Error(`There is no field "${field}".`);
  return input;
}

/** Chooses an option of a select by its words. */
export async function select(
  element: UsageChartElement,
  part: string,
  name: string,
): Promise<void> {
  const control = parts(element, part)[0]?.querySelector('select');
  const option = [...(control?.options ?? [])].find(({ text }) => text.trim() === name);
  if (!control || !option) throw new Error(`There is no "${name}" in ${part}.`);
  control.value = option.value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
}

/** The table as people read it: its head, its rows, its foot. */
export function tableOf(element: UsageChartElement): string[][] {
  const rows = element.shadowRoot?.querySelectorAll('tr') ?? [];
  return [...rows].map((row) =>
    [...row.cells].map((cell) => cell.textContent.replaceAll(/\s+/gu, ' ').trim()),
  );
}
