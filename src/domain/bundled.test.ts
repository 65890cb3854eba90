import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ModelManifest, type Precision } from './model.ts';
import { bundledModels } from './bundled.ts';

const files: Record<Precision, string> = { fp32: 'onnx/model.onnx', q4: 'onnx/model_q4.onnx' };

it('lists what public/models holds, and nothing else', () => {
  expect(bundledModels.map(({ id }) => id).sort()).toEqual(readdirSync('public/models').sort());
  for (const { id, label, precisions } of bundledModels) {
    const folder = `public/models/${id}`;
    const manifest = v.parse(
      ModelManifest,
      JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')),
    );
    expect(manifest.label).toBe(label);
    for (const precision of ['fp32', 'q4'] as const)
      expect(existsSync(`${folder}/${files[precision]}`)).toBe(precisions.includes(precision));
  }
});
