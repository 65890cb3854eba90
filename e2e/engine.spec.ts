import { AutoModelForCausalLM, env, Tensor } from '@huggingface/transformers';
import { defaultDecoding } from '../src/domain/decoding.ts';
import { expect, generate, load, prompt, test } from './engine-page/test.ts';

/** What transformers.js's own generate() gives for the prompt, in Node. */
async function reference(models: string, repetitionPenalty: number): Promise<number[]> {
  env.allowRemoteModels = false;
  env.localModelPath = `${models}/`;
  const model = await AutoModelForCausalLM.from_pretrained('tiny', { dtype: 'fp32' });
  const output = (await model.generate({
    inputs: new Tensor('int64', BigInt64Array.from(prompt, BigInt), [1, prompt.length]),
    max_new_tokens: 24,
    do_sample: false,
    eos_token_id: -1,
    repetition_penalty: repetitionPenalty,
  })) as Tensor;
  await model.dispose();
  return Array.from(output.data as BigInt64Array, Number).slice(prompt.length);
}

test('two generations stream side by side, greedy as in transformers.js, alike every time @device', async ({
  page,
  place,
}, { project }) => {
  await page.goto('');
  const model = await load(page);
  expect(model.device.kind).toBe(project.name);
  expect(model.device.selfTest.passed).toBe(true);
  expect(model.device.reason).toMatch(project.name === 'wasm' ? /no WebGPU/ : /self-test passed/);
  expect(model.device.path).toMatchObject({ kind: 'shared-prefix' });
  const specs = [{}, { repetitionPenalty: 1.15 }];
  const { generations, order } = await generate(page, specs);
  expect(generations[0]?.tokens).toEqual(await reference(place.models, 1));
  expect(generations[1]?.tokens).toEqual(await reference(place.models, 1.15));
  // The first may be a step or two ahead before the second's request is read; then they take turns.
  const second = order.indexOf(1);
  expect(second).toBeLessThan(4);
  expect(order.slice(second, second + 40)).toEqual(
    Array.from({ length: 40 }, (_, i) => (i + 1) % 2),
  );

  const drawn = { temperature: 1.2, topP: 0.95, topK: 40, seed: 5 };
  const first = await generate(page, [drawn]);
  // opened as the first load found fit, without its tests
  expect((await load(page)).device).toEqual(model.device);
  const again = await generate(page, [drawn, {}]);
  expect(again.generations[0]?.tokens).toEqual(first.generations[0]?.tokens);
});

test('a generation stops at a stop string, and within a step of a cancel', async ({ page }) => {
  await page.goto('');
  await load(page);
  const { generations } = await generate(page, [{ temperature: 1 }]);
  const text = generations[0]?.text ?? '';
  const stop = text.slice(6, 10);
  const stopped = await generate(page, [{ temperature: 1, stop: [stop] }]);
  expect(stopped.generations[0]).toMatchObject({
    stopReason: 'stop-string',
    stopString: stop,
    text: text.slice(0, text.indexOf(stop)),
  });

  const cancelled = await page.evaluate(
    async ([promptTokens, decoding]) => {
      const controller = new AbortController();
      const generation = await window.engine.generate(
        { promptTokens, decoding, key: 'run' },
        {
          signal: controller.signal,
          onEvent: ({ step }) => {
            if (step === 4) controller.abort();
          },
        },
      );
      return { reason: generation.stopReason, count: generation.tokens.length };
    },
    [prompt, { ...defaultDecoding, maxNewTokens: 90 }] as const,
  );
  expect(cancelled.reason).toBe('cancelled');
  // how many steps pass until the page hears of the fifth is the machine's affair; 90 would be all
  expect(cancelled.count).toBeLessThan(90);
});

test('4-bit weights run, and only the files of one precision are fetched @device', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('');
  const model = await load(page, 'auto', 'q4');
  expect(model.identity.precision).toBe('q4');
  const { generations } = await generate(page, [{}]);
  expect(generations[0]?.tokens).toHaveLength(24);
  const files = fetched.filter((path) => path.includes('/models/tiny/'));
  expect(files.toSorted()).toEqual(
    [
      'config.json',
      'generation_config.json',
      'manifest.json',
      'onnx/model_q4.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ].map((path) => `/some/where/models/tiny/${path}`),
  );
});
