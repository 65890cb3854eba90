import type { IfevalTask } from '../../domain/ifeval.ts';
import { Problem } from '../../domain/problem.ts';
import type { Check, InstructionTypes } from './instruction.ts';
import { english } from './languages/english.ts';
import { french } from './languages/french.ts';
import { spanish } from './languages/spanish.ts';

/** A checkable instruction: "punctuation:no_comma" is "en:punctuation:no_comma"; others have "es:" and "fr:". */
export type IfevalInstruction = IfevalTask['instructions'][number];

const languages = { en: english, es: spanish, fr: french } as const;
export type IfevalLanguage = keyof typeof languages;

/** An instruction that can be checked. */
export interface ReadyInstruction {
  readonly language: IfevalLanguage;
  /** Without the language: "punctuation:no_comma". */
  readonly type: string;
  /** "punctuation". */
  readonly group: string;
  readonly check: Check;
}

/** Ids of all types of a language, without its prefix. */
export const typesOf = (language: IfevalLanguage): string[] => Object.keys(languages[language]);

/**
 * An instruction ready to be checked. Null fields of its kwargs, of which some files are full, are left out.
 * @throws Problem 'bad-input' for an id that is not known, and for kwargs that do not fit it, naming the field
 */
export function readyInstruction({ id, kwargs }: IfevalInstruction): ReadyInstruction {
  const [, prefix = 'en', type = ''] = /^(?:([a-z]{2}):)?([a-z_]+:[a-z_]+)$/.exec(id) ?? [];
  const types: InstructionTypes | undefined = Object.hasOwn(languages, prefix)
    ? languages[prefix as IfevalLanguage]
    : undefined;
  const known = types && Object.hasOwn(types, type) ? types[type] : undefined;
  if (!known)
    throw new Problem({
      code: 'bad-input',
      message: `instruction_id_list: no instruction “${id}” is known.`,
      remedy:
        'IFEval’s types are known in English, and M-IFEval’s in Spanish (es:) and French (fr:).',
    });
  const given = Object.entries(kwargs).filter(([, value]) => value !== null && value !== undefined);
  const ready = known.ready(Object.fromEntries(given));
  if ('issue' in ready)
    throw new Problem({
      code: 'bad-input',
      message: `kwargs of ${id}: ${ready.issue}`,
      remedy: 'Write what the instruction needs under that name, and nothing else.',
    });
  const group = type.slice(0, type.indexOf(':'));
  return { language: prefix as IfevalLanguage, type, group, check: ready.check };
}
