import { afterEach, describe, expect, it, vi } from 'vitest';
import { findMissing } from './support.ts';

afterEach(() => vi.unstubAllGlobals());

describe('findMissing', () => {
  it('misses nothing in a current browser', () => {
    expect(findMissing()).toBeNull();
  });

  it('names what is missing, and what to do', () => {
    vi.stubGlobal('WebAssembly', undefined);
    vi.stubGlobal('BigInt64Array', undefined);
    const problem = findMissing();
    expect(problem?.code).toBe('browser-unsupported');
    expect(problem?.message).toMatch(/WebAssembly; .*SIMD.*; 64-bit/);
    expect(problem?.message).not.toMatch(/workers|secure/);
    expect(problem?.remedy).toMatch(/Firefox/);
  });

  it('knows a browser without module workers, and an address that is not secure', () => {
    vi.stubGlobal(
      'Worker',
      class {
        terminate() {}
      },
    );
    expect(findMissing()?.message).toMatch(/module workers/);
    vi.stubGlobal('isSecureContext', false);
    expect(findMissing()?.message).toMatch(/secure address/);
    expect(findMissing()?.remedy).toMatch(/https/);
  });
});
