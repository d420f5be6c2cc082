/**
 * Where your payment provider stands. This one charges nobody and has no page of its own; `page`
 * would answer the address where an operation is paid, and a webhook would call `settle`.
 *
 * A charge is made before its transaction is committed, and no rollback takes it back. Where the
 * commit is lost, the same confirmation is sent again, with the same `key`: hand that to the
 * provider as its idempotency key, with the account's id, and it charges once.
 */
export const nobodyIsCharged = {
  charge: async (_account, { amount: _amount, key: _key }) => true,
  page: undefined,
};
