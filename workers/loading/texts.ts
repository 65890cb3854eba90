import { parseJson } from './json.ts';
import { openTokenizer } from './library.ts';
import { fileDamaged } from './problems.ts';
import { endTokensOf, GenerationConfig, ModelConfig } from './settings.ts';
import { Tokenizer, TokenizerFile, TokenizerSettings } from './tokenizer.ts';

/** What a model's text files say. */
export interface ModelTexts {
  config: ModelConfig;
  endTokens: number[];
  tokenizer: Tokenizer;
}

/**
 * Reads configurations and tokenizer.
 * @param bytes of the files, by path
 * @throws Problem 'file-damaged' that names the file and the field
 */
export async function readTexts(
  bytes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<ModelTexts> {
  const text = (path: string) => new TextDecoder().decode(bytes.get(path));
  const config = parseJson('config.json', text('config.json'), ModelConfig);
  const generation = bytes.has('generation_config.json')
    ? parseJson('generation_config.json', text('generation_config.json'), GenerationConfig)
    : null;
  // transformers.js reads these two itself; here a damaged one gets a message that names the field
  parseJson('tokenizer.json', text('tokenizer.json'), TokenizerFile);
  parseJson('tokenizer_config.json', text('tokenizer_config.json'), TokenizerSettings);
  const tokenizer = new Tokenizer(await openTokenizer(bytes).catch(noTokenizer));
  return { config, tokenizer, endTokens: endTokensOf(generation, config, tokenizer.endToken) };
}

function noTokenizer(thrown: unknown): never {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  throw fileDamaged('tokenizer.json', `it is no tokenizer that can be used (${detail})`);
}
