import { chromium, type Browser } from '@playwright/test';
import type { DeviceChoice } from '../../src/domain/model.ts';
import { browserFlags, ensureBrowser, plainFlags } from '../browser.ts';

/** On Linux, Chromium without a window finds a GPU through Vulkan only, and only when it is told to look. */
const gpuFlags = [
  ...plainFlags,
  '--enable-unsafe-webgpu',
  '--ignore-gpu-blocklist',
  ...(process.platform === 'linux' ? ['--enable-features=Vulkan', '--use-angle=vulkan'] : []),
];

const launch = (args: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureBrowser(),
    args,
    // Ctrl+C is ours: what is finished is kept first
    handleSIGINT: false,
  });

/**
 * Starts a Chromium for a device. A GPU is taken where there is one; without one "webgpu" gets a software
 * adapter, and "auto" the CPU, which is faster than that.
 * @param address a page of ours, for WebGPU is not there in an empty one
 */
export async function startChromium(
  device: DeviceChoice,
  address: string,
  note: (line: string) => void,
): Promise<Browser> {
  if (device === 'wasm') return launch(plainFlags);
  const browser = await launch(gpuFlags);
  const gpu = await realAdapter(browser, address).catch(() => null);
  if (gpu !== null) {
    note(`WebGPU runs on ${gpu}.`);
    return browser;
  }
  await browser.close();
  if (device === 'auto') return launch(plainFlags);
  note('No GPU was found: WebGPU runs on a software adapter (SwiftShader).');
  return launch(browserFlags);
}

/** The name of the GPU that pages are offered; null where there is none, or a program in its place. */
async function realAdapter(browser: Browser, address: string): Promise<string | null> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    return await page.evaluate(async () => {
      const gpu = (navigator as { gpu?: GPU }).gpu;
      const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
      if (!adapter) return null;
      const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
      const name = [vendor, architecture, description].filter((part) => part !== '').join(' ');
      const program = isFallbackAdapter || /swiftshader|llvmpipe|lavapipe/i.test(name);
      return program ? null : name || 'a GPU without a name';
    });
  } finally {
    await page.close();
  }
}
