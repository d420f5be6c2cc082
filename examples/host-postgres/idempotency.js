import { BillingError } from 'billing-elements/server.js';

const reused = {
  type: 'about:blank',
  status: 422,
  code: 'invalid_request',
  errors: [{ parameter: 'Idempotency-Key', detail: 'Was used for another request.' }],
};

/**
 * Confirmations in a table. The write and the note that it was done are one transaction: both are
 * there or neither, also where the machine stops in between.
 */
export const postgresIdempotencyStore = ({ query, transaction }) => ({
  once: ({ account, key, fingerprint }, act) =>
    transaction(async () => {
      // While the first one runs, the second one waits here for its row.
      const [mine] = await query(
        `INSERT INTO confirmed_writes (account_id, key, fingerprint) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING key`,
        [account, key, fingerprint],
      );
      if (mine) {
        const answer = await act();
        await query('UPDATE confirmed_writes SET answer = $3 WHERE account_id = $1 AND key = $2', [
          account,
          key,
          answer,
        ]);
        return answer;
      }
      const [known] = await query(
        'SELECT fingerprint, answer FROM confirmed_writes WHERE account_id = $1 AND key = $2',
        [account, key],
      );
      if (known?.fingerprint !== fingerprint) {
        throw new BillingError('invalid_request', { status: 422, problem: reused });
      }
      return known.answer;
    }),
});
