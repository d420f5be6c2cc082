/**
 * Where your payment provider stands. This one charges nobody and has no page of its own; `page`
 * would answer the address where an operation is paid, and a webhook would call `settle`.
 */
export const nobodyIsCharged = {
  charge: async (_account, _amount) => true,
  page: undefined,
};
