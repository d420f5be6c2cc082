import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    // Tags with a hyphen are custom elements, not components of Vue.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }),
  ],
  // Where your billing API is while you develop.
  server: { proxy: { '/api/billing': 'http://localhost:3000' } },
});
