import { handle } from './handle.js';

export default {
  fetch: (request) =>
    new URL(request.url).pathname.startsWith('/api/billing/')
      ? handle(request)
      : new Response('Not found', { status: 404 }),
};
