/** The bodies of the contract's requests, read field by field. */
import type {
  AutoTopUpRequest,
  Cancellation,
  ChangeOrder,
  ChangeRequest,
  InvoicePayment,
  PaymentSessionRequest,
  TopUpRequest,
} from '../billing/types.js';
import { address, choice, decimal, fieldsOf, flag, money, text } from './fields.js';
import { badField } from './problem.js';

const when = choice(['now', 'period_end']);

export function changeRequest(body: unknown): ChangeRequest {
  const fields = fieldsOf(body);
  return { planId: fields.required('planId', text()), when: fields.required('when', when) };
}

export function changeOrder(body: unknown): ChangeOrder {
  const previewId = fieldsOf(body).optional('previewId', text(2048));
  return {
    ...changeRequest(body),
    ...(previewId !== undefined && { previewId }),
    ...invoicePayment(body),
  };
}

export function cancellation(body: unknown): Cancellation {
  const fields = fieldsOf(body);
  const reason = fields.optional('reason', text(64));
  const comment = fields.optional('comment', text(2000));
  return {
    when: fields.required('when', when),
    ...(reason !== undefined && { reason }),
    ...(comment !== undefined && { comment }),
  };
}

export function topUpRequest(body: unknown): TopUpRequest {
  const fields = fieldsOf(body);
  const optionId = fields.optional('optionId', text());
  const amount = fields.optional('amount', money);
  if ((optionId === undefined) === (amount === undefined)) {
    throw badField('', 'Exactly one of optionId and amount is needed.');
  }
  const autoTopUp = fields.optional('autoTopUp', autoTopUpRequest);
  return {
    ...(optionId !== undefined && { optionId }),
    ...(amount !== undefined && { amount }),
    ...(autoTopUp !== undefined && { autoTopUp }),
    ...invoicePayment(body),
  };
}

export function autoTopUpRequest(body: unknown, pointer = ''): AutoTopUpRequest {
  const fields = fieldsOf(body, pointer);
  const threshold = fields.optional('threshold', decimal);
  const amount = fields.optional('amount', money);
  return {
    enabled: fields.required('enabled', flag),
    ...(threshold !== undefined && { threshold }),
    ...(amount !== undefined && { amount }),
  };
}

/** How something is paid; also a part of the bodies that order something. */
export function invoicePayment(body: unknown): InvoicePayment {
  const fields = fieldsOf(body);
  const paymentOptionId = fields.optional('paymentOptionId', text());
  const returnUrl = fields.optional('returnUrl', address);
  return {
    ...(paymentOptionId !== undefined && { paymentOptionId }),
    ...(returnUrl !== undefined && { returnUrl }),
  };
}

export function paymentSessionRequest(body: unknown): PaymentSessionRequest {
  const fields = fieldsOf(body);
  const returnUrl = fields.optional('returnUrl', address);
  return {
    purpose: fields.required('purpose', choice(['payment_method', 'portal'])),
    ...(returnUrl !== undefined && { returnUrl }),
  };
}
