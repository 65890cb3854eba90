import { describe, expect, it } from 'vitest';
import { readCommand } from './command-line.ts';
import { readServed } from './served-options.ts';

describe('readCommand', () => {
  it('has defaults', () => {
    expect(readCommand(['a.json', '--out', 'there'])).toEqual({
      name: 'run',
      document: 'a.json',
      out: 'there',
      model: { id: 'lab-base-4m', precision: 'fp32' },
      device: 'auto',
      exports: [],
      benches: [],
      again: false,
      served: readServed({}),
    });
  });

  it('takes a model in the first precision that it is there in', () => {
    const args = ['a.json', '--dry', '--model', 'lab-instruct-4m', '--device', 'wasm'];
    expect(readCommand(args)).toEqual({
      name: 'dry',
      document: 'a.json',
      model: { id: 'lab-instruct-4m', precision: 'q4' },
      device: 'wasm',
      exports: [],
      benches: [],
      served: readServed({}),
    });
  });

  it('takes forms to export, each once and in one order', () => {
    const args = ['a.json', '--out', 'there', '--export', 'csv, inspect,fastchat,csv'];
    expect(readCommand(args)).toMatchObject({ exports: ['fastchat', 'inspect', 'csv'] });
  });

  it('takes any number of benchmarks', () => {
    const args = ['a.json', '--dry', '--bench', 'question.jsonl', '--bench', 'b.json'];
    expect(readCommand(args)).toMatchObject({ benches: ['question.jsonl', 'b.json'] });
  });

  it('helps whatever else is said', () => {
    expect(readCommand(['--help', '--model', 'none'])).toEqual({ name: 'help' });
  });

  it.each([
    [[], 'Name an experiment document.'],
    [['a.json'], '--out DIR says where results go.'],
    [['a.json', 'b.json', '--out', 'c'], 'One document at a time: what is “b.json”?'],
    [['a.json', '--out'], "Option '--out <value>' argument missing."],
    [['a.json', '--dry', '--device', 'cuda'], '--device cuda: it is wasm or webgpu or auto.'],
    [
      ['a.json', '--dry', '--model', 'gpt'],
      '--model gpt: known are lab-base-4m, lab-base-2m, lab-instruct-4m.',
    ],
    [
      ['a.json', '--dry', '--model', 'lab-instruct-4m', '--precision', 'fp32'],
      '--precision fp32: it is q4.',
    ],
    [
      ['a.json', '--dry', '--export', 'inspect,xml'],
      '--export xml: it is fastchat or alpaca or ifeval or lm-eval or inspect or promptfoo or csv or parquet.',
    ],
    [['a.json', '--fast'], "Unknown option '--fast'."],
  ])('refuses %j', (args, message) => {
    expect(() => readCommand(args)).toThrow(message);
  });
});
