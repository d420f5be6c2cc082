import type { Run } from '../runs.js';

/** The block leads someone who is signed out to the host's page. */
export const check: Run = async ({ page: open }) => {
  const { page, close } = await open(
    '<plan-usage api-base="/api/401/billing/accounts/acc_1"></plan-usage>',
    { answer: ({ url }) => (url.includes('/login') ? new Response('Sign in') : undefined) },
  );
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/login?next=%2Fpage');
  await close();
};
