import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The pages become part of the console's jar. While developing, `npm run mock` or a running Earshot (EARSHOT_API) answers.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../target/classes/web',
    emptyOutDir: true,
    manifest: true,
    // The charts alone are above the default; scripts/size.mjs watches what the first screen loads.
    chunkSizeWarningLimit: 1500,
    // No code in data: addresses, which the Content-Security-Policy would refuse.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': process.env.EARSHOT_API ?? 'http://127.0.0.1:5174' } },
  test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node' },
});
