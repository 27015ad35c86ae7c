import { type InlineConfig, mergeConfig } from 'vite';
import { wgslTexts } from './wgsl';

/** How Vite bundles a program for Node, with the shaders as text and all libraries inside, but those that `more` names. */
export function nodeBundle(root: string, entry: string, outDir: string, more: InlineConfig): InlineConfig {
  const common: InlineConfig = {
    configFile: false,
    root,
    logLevel: 'warn',
    mode: 'production',
    plugins: [wgslTexts],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: 'node20',
      outDir,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
  return mergeConfig(common, more);
}
