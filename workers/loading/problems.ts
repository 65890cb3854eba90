import { Problem } from '../../src/domain/problem.ts';

const tokenizerFiles = new Set(['tokenizer.json', 'tokenizer_config.json']);

/** A file that is not where it should be. */
export function fileMissing(path: string, why: string, detail?: string): Problem {
  return new Problem({
    code: tokenizerFiles.has(path) ? 'tokenizer-missing' : 'file-missing',
    message: `The model's file ${path} is missing: ${why}.`,
    remedy:
      'Try again. If you host the lab yourself, copy the model’s folder anew, with all files of its manifest.',
    ...(detail === undefined ? {} : { detail }),
  });
}

/** A file that is there but is not what it should be. */
export function fileDamaged(path: string, why: string, detail?: string): Problem {
  return new Problem({
    code: 'file-damaged',
    message: `The model's file ${path} is damaged: ${why}.`,
    remedy:
      'Try again. If you host the lab yourself, copy the model’s folder anew; a cut-off or old copy does this.',
    ...(detail === undefined ? {} : { detail }),
  });
}
