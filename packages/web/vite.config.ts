import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SURFACES = ['console', 'host', 'screen', 'phone', 'public', 'watch'] as const;

/** One entry and one bundle a surface. No inline script: the server's CSP forbids it. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2020',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(
        SURFACES.map((name) => [name, new URL(`${name}.html`, import.meta.url).pathname]),
      ),
    },
    chunkSizeWarningLimit: 2_000,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/media': 'http://127.0.0.1:8080',
      '/live': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
});
