import { addDays } from '../../src/billing/dates.js';
import type { Decimal, Line } from '../../src/billing/types.js';
import { basicSupportId } from '../worlds/support-plans.js';
import type { AccountState, InvoiceRecord } from './state.js';

/** What a new invoice is about. */
export interface InvoiceDraft {
  readonly kind: InvoiceRecord['kind'];
  readonly description: string;
  readonly lines: readonly Line[];
  readonly tax?: Decimal | undefined;
  readonly period?: InvoiceRecord['period'];
}

/** An invoice of today. One that waits for a transfer stays open and can't be paid another way. */
export function addInvoice(
  state: AccountState,
  draft: InvoiceDraft,
  method: string | undefined,
  status: 'paid' | 'open',
): InvoiceRecord {
  const date = state.calendar.today();
  const number = nextNumber(state, date.slice(0, 4));
  const record: InvoiceRecord = {
    id: number.toLowerCase(),
    number,
    date,
    due: status === 'open' ? addDays(date, 10) : undefined,
    kind: draft.kind,
    description: draft.description,
    lines: draft.lines,
    tax: draft.tax,
    period: draft.period,
    method,
    status,
    payment: status === 'open' ? { canPay: false } : undefined,
  };
  state.invoices.push(record);
  return record;
}

function nextNumber({ invoices }: AccountState, year: string): string {
  const used = invoices.flatMap(({ number }) =>
    number?.startsWith(`INV-${year}-`) ? [Number(number.slice(-4))] : [],
  );
  return `INV-${year}-${String(Math.max(0, ...used) + 1).padStart(4, '0')}`;
}

/** Whoever paid for anything holds at least the basic support plan. */
export function becomePaying({ holdings }: AccountState): void {
  holdings.support ??= {
    planId: basicSupportId,
    status: 'active',
    period: undefined,
    anchor: undefined,
    scheduled: undefined,
  };
}
