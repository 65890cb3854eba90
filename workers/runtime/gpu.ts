import { watchDownloads } from './downloads.ts';

/** A WebGPU adapter as readers should see it named. */
export function adapterName({ vendor, architecture, description }: GPUAdapterInfo): string {
  const parts = [vendor, architecture].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' / ') : description || 'unnamed adapter';
}

/** The browser's adapter, or null where it has none or WebGPU is unknown to it. */
export async function findAdapter(): Promise<GPUAdapter | null> {
  // typed as always there, but it is not
  const gpu = (navigator as { gpu?: GPU }).gpu;
  return (await gpu?.requestAdapter({ powerPreference: 'high-performance' })) ?? null;
}

/** Below this the runtime's subgroup kernels are wrong (seen at 4, on software adapters). */
const smallestSubgroup = 8;

/** Whether it makes sense to try the runtime's subgroup kernels on this adapter. */
export function hasUsableSubgroups({ features, info }: GPUAdapter): boolean {
  // the type has the size, older browsers have not
  const { subgroupMinSize = 0 } = info as Partial<GPUAdapterInfo>;
  return features.has('subgroups') && subgroupMinSize >= smallestSubgroup;
}

const wantedLimits = [
  'maxBindGroups',
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
] as const;

/** A device with all the adapter can give of what the runtime uses; its downloads are watched. */
export async function requestDevice(adapter: GPUAdapter, subgroups: boolean): Promise<GPUDevice> {
  const requiredFeatures: GPUFeatureName[] = [];
  if (adapter.features.has('shader-f16')) requiredFeatures.push('shader-f16');
  if (subgroups) requiredFeatures.push('subgroups');
  const requiredLimits = Object.fromEntries(
    wantedLimits.map((limit) => [limit, adapter.limits[limit]]),
  );
  return watchDownloads(await adapter.requestDevice({ requiredFeatures, requiredLimits }));
}
