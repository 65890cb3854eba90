import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readyInstruction, typesOf } from './ready.ts';
import { does } from './testing/instructions.ts';

const cases: readonly [string, Record<string, unknown>, string[], string[]][] = [
  ['es:punctuation:question_marks', {}, ['¿Qué tal?', '¿¿Sí??'], ['Qué tal?', '¿ ?', '? ¿']],
  ['es:punctuation:exclamation_marks', {}, ['¡Ya!', '¡ ¡Ya!'], ['Ya!', '¡!', '¡¡!!']],
  [
    'es:special_character:tildes',
    { num_words: 2, relation: 'como máximo' },
    ['Aquí está el gato.', 'Nada.', 'añádele agua'],
    ['Aquí está también.', 'AQUÍ ESTÁ MÁS'],
  ],
  [
    'es:special_character:enie',
    { let_frequency: 2 },
    ['El NIÑO y la niña'],
    ['año', 'ñu ñu ñu', 'ano uno'],
  ],
  [
    'es:special_character:dieresis',
    { let_frequency: 1 },
    ['Un pingüino'],
    ['pingüino, cigüeña', 'pino'],
  ],
  [
    'es:change_case:spanish_capital',
    {},
    ['EL GATO DUERME JUNTO A LA VENTANA Y NO QUIERE COMER NADA HOY.'],
    ['El gato', 'THE CAT SLEEPS AT THE WINDOW AND DOES NOT WANT TO EAT ANYTHING.'],
  ],
  [
    'es:change_case:spanish_lowercase',
    {},
    ['el gato duerme junto a la ventana y no quiere comer nada hoy.'],
    ['El gato'],
  ],
  ['es:detectable_format:number_bullet_lists', { num_bullets: 1 }, ['* uno\n- dos'], ['- uno']],
  ['es:detectable_format:constrained_response', {}, ['Quizás.'], ['quizás']],
  ['es:detectable_content:postscript', { postscript_marker: 'P.D.' }, ['p. d. más'], ['PD: más']],
  ['es:detectable_content:postscript', { postscript_marker: 'Nota' }, ['NOTA: más'], ['P.D. más']],
  [
    'es:startend:end_checker',
    { end_phrase: 'Un saludo' },
    ['un saludo.', 'Un saludo'],
    ['Un saludo..'],
  ],
  [
    'es:length_constraints:number_words',
    { num_words: 3, relation: 'como máximo' },
    ['1. uno\n- dos\n* tres'],
    ['uno dos tres 4'],
  ],
  [
    'es:length_constraints:number_sentences',
    { num_sentences: 2, relation: 'como máximo' },
    ['1. El Sr. Gil vino.\n2. Se fue.'],
    ['Uno. Dos. Tres.'],
  ],
  [
    'es:length_constraints:nth_paragraph_first_word',
    { num_paragraphs: 2, nth_paragraph: 2, first_word: 'Yo diría' },
    ['Uno.\n\n«Yo, diría que sí».'.replace('«', '"')],
    ['Uno.\n\nYo', 'Uno.\n\nDiría yo'],
  ],
  ['es:keywords:frequency', { keyword: 'té', frequency: 1, relation: 'al menos' }, ['TÉ'], ['te']],
  ['fr:special_character:ethel_or_cedilla', { forbidden_char: 'œ' }, ['soeur'], ['SŒUR']],
  ['fr:special_character:no_accents', {}, ['Un ete sans fin'], ['été', 'e\u0301te', 'ÇA']],
  [
    'fr:special_character:accents',
    { word_to_accentuate: { ete: 'été', a: 'à' } },
    ['L’été, à Rome', 'rien'],
    ['ete', 'étè', 'il a'],
  ],
  [
    'fr:detectable_content:informal_address',
    {},
    ['Tu viens ?', "Je t'attends", 'Et TOI ?'],
    ['Vous venez ?', 'la tutelle', 'une tante'],
  ],
  ['fr:detectable_content:no_digits', {}, ['deux'], ['2', '٢']],
  ['fr:detectable_format:title', {}, ['## Thé ##', '###Thé##'], ['## Thé', '####', '<<Thé>>']],
  ['fr:detectable_format:constrained_response', {}, ['Peut-être.'], ['peut-être']],
  ['fr:startend:quotation', {}, ["'a'", '« a »', '"a"'], ['“a”', '« a"']],
  [
    'fr:change_case:french_capital',
    {},
    ['LE CHAT DORT PRÈS DE LA FENÊTRE ET NE VEUT RIEN MANGER AUJOURD’HUI.'],
    ['Le chat'],
  ],
  [
    'fr:change_case:french_lowercase',
    {},
    ['le chat dort près de la fenêtre et ne veut rien manger aujourd’hui.'],
    ['Le chat', 'the cat sleeps at the window and does not want to eat anything.'],
  ],
  [
    'fr:length_constraints:number_sentences',
    { num_sentences: 3, relation: 'moins de' },
    ['Mme. Roux est là, cf. p. 12. Elle lit.'],
    ['Un. Deux. Trois.'],
  ],
  [
    'fr:length_constraints:number_words',
    { num_words: 3, relation: 'au moins' },
    ["l'eau pure"],
    ['eau pure'],
  ],
];

describe('a Spanish or French instruction', () => {
  it.each(cases)('%s %j', (id, kwargs, yes, no) => {
    for (const response of yes) expect(does(id, kwargs, response), response).toBe(true);
    for (const response of no) expect(does(id, kwargs, response), response).toBe(false);
  });

  it('has the types that all share, and its own', () => {
    const shared = typesOf('en').filter((type) => !type.includes('english'));
    const own = (language: 'es' | 'fr') =>
      typesOf(language)
        .filter((type) => !shared.includes(type))
        .toSorted();
    for (const language of ['es', 'fr'] as const)
      expect(typesOf(language)).toEqual(expect.arrayContaining(shared));
    expect(own('es')).toEqual([
      'change_case:spanish_capital',
      'change_case:spanish_lowercase',
      'punctuation:exclamation_marks',
      'punctuation:question_marks',
      'special_character:dieresis',
      'special_character:enie',
      'special_character:tildes',
    ]);
    expect(own('fr')).toEqual([
      'change_case:french_capital',
      'change_case:french_lowercase',
      'detectable_content:informal_address',
      'detectable_content:no_digits',
      'special_character:accents',
      'special_character:ethel_or_cedilla',
      'special_character:no_accents',
    ]);
  });
});

const file = '../shared/data/ifeval/mifeval_es_input_data.jsonl';
const absent = !existsSync(file);
describe.skipIf(absent)(
  `M-IFEval's Spanish prompts${absent ? ' (skipped: ../shared/data is absent)' : ''}`,
  () => {
    it('can all be checked', () => {
      const rows = readFileSync(file, 'utf8').trim().split('\n');
      const types = new Set<string>();
      for (const line of rows) {
        const row = JSON.parse(line) as { instruction_id_list: string[]; kwargs: object[] };
        row.instruction_id_list.forEach((id, i) =>
          types.add(readyInstruction({ id, kwargs: { ...row.kwargs[i] } }).type),
        );
      }
      expect(rows).toHaveLength(115);
      expect([...types].toSorted()).toEqual(typesOf('es').toSorted());
    });
  },
);
