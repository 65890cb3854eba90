/**
 * Vitest has every dynamic import go through its runner, in workers too, where there is none: here they
 * go on as they are.
 */
Object.assign(globalThis, {
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() },
});

export {};
