// Imports point one way: {ui, headless} -> experiments -> {engine, scoring, store, formats} -> domain,
// and workers -> {onnx, domain}. The page and the worker share workers/protocol.ts only.
const middle = 'engine|scoring|store|formats';

/** A layer (regex of its path) may reach only what `allowed` names, beside itself and packages. */
const layer = (name, path, allowed) => ({
  name,
  severity: 'error',
  comment: `${name}: see "The house" in CONTRIBUTING.md`,
  from: { path, pathNot: '\\.(test|bench)\\.ts$' },
  to: { path: '^(src|workers|tools|e2e)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|workers)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { pathNot: '\\.(test|spec)\\.ts$' },
      to: { path: '\\.(test|spec)\\.ts$' },
    },
    layer('domain-imports-nothing', '^src/domain/', '^src/domain/'),
    layer('onnx-imports-nothing', '^src/onnx/', '^src/onnx/'),
    layer(
      'engine-to-domain',
      '^src/engine/',
      '^(src/(engine|domain)/|workers/(protocol|model\\.worker)\\.ts$)',
    ),
    layer('scoring-to-domain', '^src/scoring/', '^src/(scoring|domain)/'),
    layer('store-to-domain', '^src/store/', '^src/(store|domain)/'),
    layer('formats-to-domain', '^src/formats/', '^src/(formats|domain)/'),
    layer(
      'experiments-down',
      '^src/experiments/',
      `^(src/(experiments|${middle}|domain)/|workers/protocol\\.ts$)`,
    ),
    layer(
      'ui-down',
      '^src/(ui/|main\\.ts)',
      `^(src/(ui|experiments|${middle}|domain)/|workers/protocol\\.ts$)`,
    ),
    layer(
      'headless-down',
      '^src/headless/',
      `^(src/(headless|experiments|${middle}|domain)/|workers/protocol\\.ts$)`,
    ),
    layer('workers-to-onnx-and-domain', '^workers/', '^(workers|src/onnx|src/domain)/'),
    {
      name: 'protocol-to-domain',
      severity: 'error',
      from: { path: '^workers/protocol\\.ts$' },
      to: { path: '^(src|workers)/', pathNot: '^src/domain/' },
    },
    {
      name: 'runtime-out-of-the-page',
      severity: 'error',
      comment: 'tensors live in workers; tests run graphs through src/onnx/testing',
      from: { path: '^src/', pathNot: '^src/onnx/testing/' },
      to: { path: 'node_modules/(onnxruntime-|@huggingface)' },
    },
    {
      name: 'testing-for-tests',
      severity: 'error',
      from: { pathNot: '(\\.test\\.ts$|^src/onnx/testing/)' },
      to: { path: '^src/onnx/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'browser', 'default', 'types'],
    },
  },
};
