import { AutoTokenizer, env, PreTrainedTokenizer } from '@huggingface/transformers';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, sampleDocuments, stageNames } from '../corpus/index.ts';
import { fertility, trainTokenizer } from './index.ts';

const texts = stageNames.flatMap((stage) => sampleDocuments(1, stage, 700).map(({ text }) => text));
const tokenizer = trainTokenizer(texts, 2048);
const { tokenizer: file, tokenizerConfig } = tokenizer.toJSON();
const others = stageNames.flatMap((stage) => sampleDocuments(2, stage, 400));

describe('the tokenizer of the corpus', () => {
  it('has the size asked for and is the same when trained again', () => {
    expect(tokenizer.vocabularySize).toBe(2048);
    expect(JSON.stringify(trainTokenizer(texts, 2048))).toBe(JSON.stringify(tokenizer));
  });

  it('encodes documents it has not seen exactly as transformers.js does, and gives them back', () => {
    const library = new PreTrainedTokenizer(
      structuredClone(file),
      structuredClone(tokenizerConfig),
    );
    for (const { text } of others) {
      const ids = tokenizer.encode(text);
      expect([...ids]).toEqual(library.encode(text, { add_special_tokens: false }));
      expect(tokenizer.decode(ids)).toBe(text);
      expect(library.decode([...ids], { clean_up_tokenization_spaces: false })).toBe(text);
    }
  });

  it('loads from its two files as a hub model does, and sets the end token before a prompt', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokenizer-'));
    try {
      writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(file));
      writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify(tokenizerConfig));
      env.allowRemoteModels = false;
      const loaded = await AutoTokenizer.from_pretrained(folder);
      const prompt = '# Query:\n```\n¿Dónde vive el ratón?\n```\n';
      expect(loaded.encode(prompt)).toEqual([0, ...tokenizer.encode(prompt)]);
      expect(loaded.eos_token_id).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('spends few tokens on a word of English, and not many more on the others', () => {
    const of = (language: string): string[] =>
      others.filter((document) => document.language === language).map(({ text }) => text);
    const spent = languages.map((language) =>
      fertility((text) => tokenizer.encode(text), of(language)),
    );
    const [english = 0, ...rest] = spent;
    // Signs, digits, line ends and invented words count as tokens but hardly as words.
    expect(english).toBeLessThan(2.6);
    for (const other of rest) expect(other).toBeLessThan(english * 1.5);
  });
});
