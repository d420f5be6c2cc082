import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // Where your billing API is while you develop.
  server: { proxy: { '/api/billing': 'http://localhost:3000' } },
});
