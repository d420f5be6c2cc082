import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const cookie = 'session';
const lasts = 8 * 3600;

const hashOf = (token) => createHash('sha256').update(token).digest('hex');

export function passwordHash(password, salt = randomBytes(16).toString('hex')) {
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`;
}

function isRight(password, hash) {
  const [salt] = hash.split(':');
  return timingSafeEqual(Buffer.from(passwordHash(password, salt)), Buffer.from(hash));
}

/** Someone whom nobody is, so that an unknown name takes as long as a wrong password. */
const nobody = passwordHash('nobody');

const tokenOf = ({ headers }) =>
  /(?:^|;\s*)session=([\w-]+)/.exec(headers.get('Cookie') ?? '')?.[1] ?? '';

/** Sessions with a cookie that the page cannot read, and other sites cannot send. */
export function createSessions({ query }) {
  const answer = (status, token, age) =>
    new Response(null, {
      status,
      headers: {
        'Set-Cookie': `${cookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}`,
        'Cache-Control': 'no-store',
      },
    });

  return {
    /** Who asks, and what their role allows. */
    accessOf: async (request) => {
      const [person] = await query(
        `SELECT account_id, role FROM sessions JOIN people USING (email)
         WHERE token_hash = $1 AND expires_at > now()`,
        [hashOf(tokenOf(request))],
      );
      if (!person) return null;
      const { account_id: account, role } = person;
      return role === 'viewer' ? { account, can: ['viewInvoices'] } : { account };
    },

    /** `POST` with a form of email and password logs on, `DELETE` logs off. */
    handle: async (request) => {
      if (request.method === 'DELETE') {
        await query('DELETE FROM sessions WHERE token_hash = $1', [hashOf(tokenOf(request))]);
        return answer(204, '', 0);
      }
      if (request.method !== 'POST') return new Response(null, { status: 405 });
      const form = new URLSearchParams((await request.text()).slice(0, 1000));
      const email = form.get('email') ?? '';
      const [person] = await query('SELECT password_hash FROM people WHERE email = $1', [email]);
      const isPerson = isRight(form.get('password') ?? '', person?.password_hash ?? nobody);
      if (!person || !isPerson) return new Response(null, { status: 403 });
      const token = randomBytes(32).toString('base64url');
      await query(`INSERT INTO sessions VALUES ($1, $2, now() + $3 * interval '1 second')`, [
        hashOf(token),
        email,
        lasts,
      ]);
      return answer(204, token, lasts);
    },
  };
}
