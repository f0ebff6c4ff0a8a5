import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  build: {
    outDir: '../resources/static/graphiql',
    emptyOutDir: true,
    target: 'es2022',
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 3000, // Monaco, the editor, is one piece.
    reportCompressedSize: false,
    rollupOptions: {
      onLog(level, log, handle) {
        // "use client" means something to servers that render React only.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') {
          handle(level, log);
        }
      },
    },
  },
  worker: { format: 'es' },
});
