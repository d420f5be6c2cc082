import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Where your billing API is while you develop.
  server: { proxy: { '/api/billing': 'http://localhost:3000' } },
});
