import { defineConfig } from 'vitest/config';
import { ledgerPlugin } from './src/integrations/ledger.ts';

export default defineConfig({
  plugins: [ledgerPlugin()],
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
  },
});
