import type {
  Account,
  AutoTopUpRequest,
  Balance,
  Balances,
  Cancellation,
  ChangeOrder,
  ChangePreview,
  ChangeRequest,
  InvoiceDetail,
  InvoicePage,
  InvoicePayment,
  InvoicePdf,
  InvoiceQuery,
  Operation,
  PaymentOptionQuery,
  PaymentOptions,
  PaymentSessionRequest,
  Plans,
  Slot,
  Subscription,
  TopUpRequest,
  UsageQuery,
  UsageRecordPage,
  UsageRecordQuery,
  UsageSeries,
} from '../billing/types.js';

/** What every call takes beside its own arguments. */
export interface CallOptions {
  /** Gives the call up. The promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a write takes beside its own arguments. */
export interface WriteOptions extends CallOptions {
  /**
   * 16 to 255 characters that name one confirmation of one person. The same key with the same
   * content has one effect, however often it is sent.
   * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
   */
  readonly idempotencyKey: string;
}

/**
 * The one port: an account's billing, one method for each operation of the contract.
 *
 * Reads are named by the operation's noun, writes by its id. Whatever implements it is an object of
 * functions without `this`, so a wrapper may spread it. Every method rejects with a `BillingError`,
 * or with the reason of its signal. What is answered may be shared: read it, never change it.
 */
export interface BillingApi {
  /** Currency, time zone, meters and what this user may do. */
  account(options?: CallOptions): Promise<Account>;
  /** The current plan of a slot. */
  subscription(slot: Slot, options?: CallOptions): Promise<Subscription>;
  /** The plans this account may move to, in display order. */
  plans(slot: Slot, options?: CallOptions): Promise<Plans>;
  /** What a change would cost, without changing anything. */
  previewChange(slot: Slot, change: ChangeRequest, options?: CallOptions): Promise<ChangePreview>;
  changePlan(slot: Slot, change: ChangeOrder, options: WriteOptions): Promise<Operation>;
  cancelSubscription(
    slot: Slot,
    cancellation: Cancellation,
    options: WriteOptions,
  ): Promise<Operation>;
  /** Undoes a scheduled cancellation or a scheduled plan change. */
  resumeSubscription(slot: Slot, options: WriteOptions): Promise<Operation>;
  /** Credits, wallets and included allowances. */
  balances(options?: CallOptions): Promise<Balances>;
  topUp(balanceId: string, order: TopUpRequest, options: WriteOptions): Promise<Operation>;
  setAutoTopUp(
    balanceId: string,
    settings: AutoTopUpRequest,
    options?: CallOptions,
  ): Promise<Balance>;
  /** Usage of one meter in whole calendar days or months of one time zone. */
  usage(query: UsageQuery, options?: CallOptions): Promise<UsageSeries>;
  /** One page of the single records behind the buckets, oldest first. */
  usageRecords(query: UsageRecordQuery, options?: CallOptions): Promise<UsageRecordPage>;
  invoices(query: InvoiceQuery, options?: CallOptions): Promise<InvoicePage>;
  /** One invoice with lines and taxes; `upcoming` is the next one as it stands. */
  invoice(invoiceId: string, options?: CallOptions): Promise<InvoiceDetail>;
  invoicePdf(invoiceId: string, options?: CallOptions): Promise<InvoicePdf>;
  payInvoice(invoiceId: string, payment: InvoicePayment, options: WriteOptions): Promise<Operation>;
  /** The ways to pay that this account may choose from, in display order. */
  paymentOptions(query: PaymentOptionQuery, options?: CallOptions): Promise<PaymentOptions>;
  /** A hosted page for payment details, or the engine's own portal. */
  createPaymentSession(request: PaymentSessionRequest, options?: CallOptions): Promise<Operation>;
  /** How a change, a top-up or a payment went. */
  operation(operationId: string, options?: CallOptions): Promise<Operation>;
}
