import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'apps/web');

/** Two entries, two bundles: the portal must never see antd. */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'chrome86',
    chunkSizeWarningLimit: 1600,
    rollupOptions: { input: { portal: resolve(root, 'index.html'), console: resolve(root, 'console.html') } },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 8600}`, changeOrigin: false } },
  },
});
