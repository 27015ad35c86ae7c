/** How an adapter describes itself, in every browser, and what follows for plans. */
import type { DeviceProfile } from './plan';

/** The parts of a GPUAdapter that are read here. Browsers differ: Safari 26.0, for one, has no `info`. */
export interface AdapterSource {
  features: Pick<GPUSupportedFeatures, 'has'>;
  limits: Pick<GPUSupportedLimits, LimitName> & Partial<GPUSupportedLimits>;
  info?: Partial<GPUAdapterInfo>;
  /** Chrome before 136 and early Safari have this in place of `info.isFallbackAdapter`. */
  isFallbackAdapter?: boolean;
}

export interface AdapterDescription {
  vendor: string;
  architecture: string;
  device: string;
  description: string;
  /** 'core' WebGPU, or the compatibility mode that older devices offer. */
  featureLevel: 'core' | 'compatibility';
  /** What runs the adapter's shaders on the CPU, or null for a GPU. */
  software: 'llvmpipe' | 'swiftshader' | 'other' | null;
}

const limitNames = [
  'maxStorageBufferBindingSize',
  'maxUniformBufferBindingSize',
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
] as const satisfies readonly (keyof DeviceProfile)[];

type LimitName = (typeof limitNames)[number];

/** Asks for a core adapter and, where there is none, for one in compatibility mode. */
export async function requestAdapter(): Promise<GPUAdapter | null> {
  const core = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
  return core ?? (await navigator.gpu?.requestAdapter({ featureLevel: 'compatibility' })) ?? null;
}

/** The limits that plans depend on. */
export function readLimits(limits: AdapterSource['limits']): Record<LimitName, number> {
  return Object.fromEntries(limitNames.map((name) => [name, limits[name]])) as Record<LimitName, number>;
}

/** @param webglRenderer names what draws WebGL; called only if the adapter itself does not say enough. */
export function describeAdapter(
  { features, limits, info = {}, isFallbackAdapter = false }: AdapterSource,
  webglRenderer = readWebGLRenderer,
): AdapterDescription {
  const { vendor = '', architecture = '', device = '', description = '' } = info;
  // A browser without this limit is older than compatibility mode, and so has core adapters only.
  const knowsCompatibility = limits.maxStorageBuffersInVertexStage !== undefined;
  const compatibility = knowsCompatibility && !features.has('core-features-and-limits');
  return {
    vendor,
    architecture,
    device,
    description,
    featureLevel: compatibility ? 'compatibility' : 'core',
    software: findSoftware(),
  };

  function findSoftware(): AdapterDescription['software'] {
    // Node's Dawn tells the device's name, browsers hide it.
    const names = [vendor, architecture, device, description].join(' ');
    if (/swiftshader/i.test(names)) return 'swiftshader';
    if (/llvmpipe|lavapipe/i.test(names)) return 'llvmpipe';
    if ((info.isFallbackAdapter ?? false) || isFallbackAdapter) return 'other';
    // Compatibility mode is OpenGL ES, which gives Mesa's llvmpipe neither a name nor the mark of a fallback. WebGL
    // goes through the same driver and names it. A core adapter may be another device than WebGL's.
    return compatibility && /llvmpipe/i.test(webglRenderer()) ? 'llvmpipe' : null;
  }
}

/** The name of the driver below WebGL; empty where the browser has no WebGL, or keeps the name to itself. */
function readWebGLRenderer(): string {
  if (typeof OffscreenCanvas === 'undefined') return '';
  const gl = new OffscreenCanvas(1, 1).getContext('webgl');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = names && gl?.getParameter(names.UNMASKED_RENDERER_WEBGL);
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' ? renderer : '';
}

/** What plans need to know about a device with these limits on such an adapter. */
export function deviceProfile(
  limits: AdapterSource['limits'],
  { software, vendor }: Pick<AdapterDescription, 'software' | 'vendor'>,
): DeviceProfile {
  return {
    ...readLimits(limits),
    lanes: software ? 'rows' : 'units',
    // SwiftShader's vectors are of SSE's width. llvmpipe's are of AVX's, and so we assume the same of others.
    vectorWidth: software === null ? 32 : software === 'swiftshader' ? 4 : 8,
    // A CPU keeps what has no register in its cache. NVIDIA's and AMD's compilers give a lane up to 255.
    laneRegisters: software !== null || ['nvidia', 'amd'].includes(vendor) ? 255 : 128,
    subgroups: false,
  };
}
