import { people, startHost } from './host.js';

const { origin, close } = await startHost(Number(process.env.PORT ?? 3000));
console.log(`${origin} ${people.map(([email]) => email).join(', ')}; password: made-up`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await close();
    process.exit();
  });
}
