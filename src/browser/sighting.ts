/** What was seen of an adapter, and whether it is the one that was asked for. */
import type { AdapterName } from './adapters';

/** The adapter as a page, or Node, sees it; null without one. */
export type AdapterSighting = {
  vendor: string;
  architecture: string;
  description: string;
  isFallback: boolean;
  /** In a page the WebGL renderer's name, which alone tells Mesa's drivers apart: their WebGPU info is empty. */
  renderer: string;
} | null;

/** @returns why what was seen is not the adapter asked for, or undefined when it is */
export function judgeSighting(adapter: AdapterName, sighting: AdapterSighting): string | undefined {
  if (!sighting) return 'it runs, but offers no WebGPU adapter';
  const { vendor, architecture, description, renderer } = sighting;
  const text = [vendor, architecture, description].filter(Boolean).join(' ') || 'an adapter without a name';
  switch (adapter) {
    case 'firefox':
      return undefined;
    case 'swiftshader':
      return architecture === 'swiftshader' ? undefined : `it offers ${text}, not SwiftShader`;
    case 'lavapipe':
      return /llvmpipe|lavapipe/i.test(renderer)
        ? undefined
        : `it computes with ${renderer || 'nothing'}, not with lavapipe`;
    case 'hardware':
      return sighting.isFallback || /swiftshader|llvmpipe|lavapipe|basic render/i.test(text)
        ? `it offers only ${text}, which runs on the CPU`
        : undefined;
  }
}
