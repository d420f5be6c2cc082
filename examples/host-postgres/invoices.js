import { badParameter, conflict, declined, notFound } from './refusals.js';
import { chosenWay } from './ways-to-pay.js';

const columns = `id, number, status, date, kind, description, paid_by, amount::text, tax::text,
  (amount + tax)::text AS total`;

const isOpen = ({ status }) => status === 'open';

const invoiceOf = (row, { currency }) => ({
  id: row.id,
  number: row.number,
  status: row.status,
  date: row.date,
  total: { amount: row.total, currency },
  amountDue: { amount: isOpen(row) ? row.total : '0.00', currency },
  description: row.description,
  kind: row.kind,
  ...(row.paid_by && { paymentMethod: row.paid_by }),
  pdf: false,
  payment: { canPay: isOpen(row) },
});

/** The cursor is the place of the last row, so new invoices do not move the pages. */
function placeOf(cursor, order) {
  const [, direction, date, id] = /^(asc|desc)~(\d{4}-\d\d-\d\d)~([\w-]+)$/.exec(cursor) ?? [];
  if (direction !== order) throw badParameter('cursor', 'Does not belong to this list.');
  return [date, id];
}

export async function invoicesOf({ query }, account, { limit, order, cursor, status, from, to }) {
  const isRising = order === 'asc';
  const [date, id] = cursor === undefined ? [null, null] : placeOf(cursor, order);
  const rows = await query(
    `SELECT ${columns} FROM invoices
     WHERE account_id = $1 AND ($2::text IS NULL OR status = $2)
       AND ($3::date IS NULL OR date >= $3) AND ($4::date IS NULL OR date < $4)
       AND ($5::date IS NULL OR (date, id) ${isRising ? '>' : '<'} ($5::date, $6::text))
     ORDER BY date ${isRising ? 'ASC' : 'DESC'}, id ${isRising ? 'ASC' : 'DESC'} LIMIT $7`,
    [account.id, status, from, to, date, id, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => invoiceOf(row, account)),
    nextCursor: rows.length > limit ? `${order}~${last.date}~${last.id}` : null,
  };
}

export async function invoiceOfId({ query }, account, id) {
  const [row] = await query(`SELECT ${columns} FROM invoices WHERE account_id = $1 AND id = $2`, [
    account.id,
    id,
  ]);
  if (!row) throw notFound();
  const { currency } = account;
  return {
    ...invoiceOf(row, account),
    lines: [
      { description: row.description, kind: row.kind, amount: { amount: row.amount, currency } },
    ],
    subtotal: { amount: row.amount, currency },
    taxes: [{ name: 'VAT', rate: '19', amount: { amount: row.tax, currency } }],
  };
}

/** Writes an invoice that was paid at once. Numbers follow each other. */
export async function addPaidInvoice({ query }, account, { amount, description, kind }) {
  await query(
    `INSERT INTO invoices
     SELECT 'inv_' || number, $1, 'R-' || number, 'paid', (now() AT TIME ZONE $2)::date, $3, $4, $5, 0, $6
     FROM nextval('invoice_numbers') AS number`,
    [account.id, account.time_zone, kind, description, amount, account.card],
  );
}

export async function payInvoice({ query }, account, payments, id, { key, paymentOptionId }) {
  // Locked, so that of two who pay it at the same time one finds it paid.
  const [invoice] = await query(
    `SELECT ${columns} FROM invoices WHERE account_id = $1 AND id = $2 FOR UPDATE`,
    [account.id, id],
  );
  if (!invoice) throw notFound();
  if (!isOpen(invoice)) throw conflict();
  const { label } = chosenWay(account, payments, 'invoice', paymentOptionId);
  if (!(await payments.charge(account, { amount: invoice.total, key }))) return declined;
  await query(
    `UPDATE invoices SET status = 'paid', paid_by = $3 WHERE account_id = $1 AND id = $2`,
    [account.id, id, label],
  );
  return { status: 'completed' };
}
