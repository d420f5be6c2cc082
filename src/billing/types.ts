/**
 * What the contract's schemas are called in the code. They are generated, never modelled twice;
 * this file only names them and says what may still come that the contract does not know yet.
 */
import type { components, operations } from '../contract/openapi.js';

type Schemas = components['schemas'];

/**
 * A newer server may send enum values that this version does not know: they pass through and are
 * shown as sent, so a type that claimed the list to be closed would lie.
 */
export type Open<T> = T extends string
  ? string extends T
    ? T
    : T | (string & {})
  : T extends readonly (infer Item)[]
    ? Open<Item>[]
    : T extends object
      ? { [Key in keyof T]: Open<T[Key]> }
      : T;

/**
 * An answer that is made of rows. A row that could not be read is set aside, so that one bad row
 * does not hide the others; `setAside` says how many, and is left out when there are none.
 */
export type Rows<T> = T & { readonly setAside?: number };

/** Decimal number as text, for example `-3.40`: exact, with the fraction digits to be shown. */
export type Decimal = Schemas['Decimal'];
/** Calendar date `YYYY-MM-DD` of some time zone; never an instant. */
export type CalendarDate = string;
/** Instant as RFC 3339 date-time. */
export type Instant = string;

export type Money = Schemas['Money'];
export type Period = Schemas['Period'];
export type Slot = Schemas['Subscription']['slot'];
export type When = Schemas['When'];
export type Permission = Open<Schemas['Permission']>;
export type Meter = Open<Schemas['Meter']>;
export type RecordColumn = NonNullable<Meter['records']>['columns'][number];
export type Account = Rows<Open<Schemas['Account']>>;
export type Action = keyof Schemas['Account']['can'];
export type Plan = Open<Schemas['Plan']>;
export type Subscription = Open<Omit<Schemas['Subscription'], 'slot'>> & {
  slot: Slot;
  readonly setAside?: number;
};
export type Line = Open<Schemas['Line']>;
export type ChangePreview = Rows<Open<Schemas['ChangePreview']>>;
export type Balance = Open<Schemas['Balance']>;
export type Grant = NonNullable<Balance['grants']>[number];
export type PaymentOption = Open<Schemas['PaymentOption']>;
export type UsageSeries = Rows<Open<Schemas['UsageSeries']>>;
export type UsageBucket = UsageSeries['buckets'][number];
export type UsageRecord = Schemas['UsageRecordPage']['items'][number];
export type Invoice = Open<Schemas['Invoice']>;
export type InvoiceDetail = Rows<Open<Schemas['InvoiceDetail']>>;
export type Operation = Rows<Open<Schemas['Operation']>>;
export type Problem = Schemas['Problem'];

export type Balances = Rows<{ items: Balance[] }>;
export type Plans = Rows<{ items: Plan[] }>;
export type PaymentOptions = Rows<{ items: PaymentOption[] }>;
export type UsageRecordPage = Rows<
  Omit<Schemas['UsageRecordPage'], 'items'> & { items: UsageRecord[] }
>;
export type InvoicePage = Rows<{ items: Invoice[]; nextCursor: string | null }>;

export type ChangeRequest = Schemas['ChangeRequest'];
/** A change as it is confirmed: the figures that were shown, the way to pay, and where to come back to. */
export type ChangeOrder = operations['changePlan']['requestBody']['content']['application/json'];
export type Cancellation =
  operations['cancelSubscription']['requestBody']['content']['application/json'];
export type TopUpRequest = Partial<Schemas['TopUpRequest']>;
export type AutoTopUpRequest = Schemas['AutoTopUpRequest'];
export type InvoicePayment = NonNullable<
  operations['payInvoice']['requestBody']
>['content']['application/json'];
export type PaymentSessionRequest =
  operations['createPaymentSession']['requestBody']['content']['application/json'];
export type PaymentPurpose = operations['listPaymentOptions']['parameters']['query']['purpose'];

export type UsageQuery = operations['queryUsage']['parameters']['query'];
export type UsageRecordQuery = operations['listUsageRecords']['parameters']['query'];
export type InvoiceQuery = NonNullable<operations['listInvoices']['parameters']['query']>;
export type PaymentOptionQuery = operations['listPaymentOptions']['parameters']['query'];
export type Granularity = UsageQuery['granularity'];

/** The invoice's file as the server has it: the bytes, a short-lived link, or a wait in seconds. */
export type InvoicePdf =
  | { readonly kind: 'file'; readonly file: Blob }
  | { readonly kind: 'link'; readonly url: string; readonly expiresAt?: Instant }
  | { readonly kind: 'preparing'; readonly retryAfter?: number };
