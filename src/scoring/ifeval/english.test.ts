import { describe, expect, it } from 'vitest';
import { typesOf } from './ready.ts';
import { does } from './testing/instructions.ts';

/** Type, kwargs, responses that follow, responses that do not. */
const cases: readonly [string, Record<string, unknown>, string[], string[]][] = [
  [
    'keywords:existence',
    { keywords: ['tea', 'milk'] },
    ['Milk in steaming TEA.'],
    ['Only tea.', 'Milk alone.'],
  ],
  [
    'keywords:frequency',
    { keyword: ' tea ', frequency: 2, relation: 'less than' },
    ['No drink at all.', 'Tea.'],
    ['Tea and more tea.', 'teatea'],
  ],
  [
    'keywords:frequency',
    { keyword: 'a+', frequency: 1, relation: 'at least' },
    ['Grade A+ it is.'],
    ['aaa'],
  ],
  [
    'keywords:forbidden_words',
    { forbidden_words: ['tea', 'so-so'] },
    ['A teapot, steamed.', 'tea_cup', 'so-soon'],
    ['Tea!', '*tea*', 'It is so-so.'],
  ],
  [
    'keywords:letter_frequency',
    { letter: 'E', let_frequency: 2, let_relation: 'at least' },
    ['Eel', 'tree'],
    ['ten', 'no'],
  ],
  [
    'keywords:letter_frequency',
    { letter: '#', let_frequency: 2, let_relation: 'at least' },
    ['#one #two'],
    ['#one'],
  ],
  [
    'language:response_language',
    { language: 'it' },
    ['Questa mattina il gatto dorme vicino alla finestra e non vuole mangiare niente.'],
    ['This morning the cat sleeps at the window and does not want to eat anything.'],
  ],
  [
    'language:response_language',
    { language: 'ko' },
    ['고양이가 창가에서 잔다', '네', '42'],
    ['The cat sleeps.', '猫が窓のそばで寝ている'],
  ],
  [
    'length_constraints:number_words',
    { num_words: 4, relation: 'at least' },
    ["It's so nice", 'one two-three 4'],
    ['Only three words', '- * .'],
  ],
  [
    'length_constraints:number_sentences',
    { num_sentences: 3, relation: 'less than' },
    [
      'Dr. Low met J. R. Hill at 5 p.m. today. They spoke.',
      'One... two... three',
      'no dots\n\nhere',
    ],
    ['One. Two. Three.', 'Why? "So!" Good.', '1. Wake up. 2. Go'],
  ],
  [
    'length_constraints:number_paragraphs',
    { num_paragraphs: 2 },
    ['one\n***\ntwo', '***\none *** two\n***'],
    ['one', 'one\n\ntwo', 'one\n***\n***\ntwo', 'one***two***three'],
  ],
  [
    'length_constraints:nth_paragraph_first_word',
    { num_paragraphs: 2, nth_paragraph: 2, first_word: 'So' },
    ['One thing.\n\n"So, it goes.', 'One\nline\n\n so'],
    ['So.\n\nThus.', 'One.\n\nSome.', 'a\n\nso\n\nb', 'a\nso'],
  ],
  [
    'detectable_content:number_placeholders',
    { num_placeholders: 2 },
    ['[name] of [[town]', '[] []'],
    ['[name]', '[a\n] [b]', '] ['],
  ],
  [
    'detectable_content:postscript',
    { postscript_marker: 'P.P.S' },
    ['Bye.\np. p. s. more', 'P.P.S'],
    ['P.S. more', 'PPS'],
  ],
  ['detectable_content:postscript', { postscript_marker: 'P.S.' }, ['p. s.'], ['P.S', 'PS.']],
  [
    'detectable_format:number_bullet_lists',
    { num_bullets: 2 },
    ['* one\n\n  * two', '- one\n* two', '**Bold**\n-a\n-b'],
    ['* one', '** one\n** two', '* one\n- two\n* three', 'a - b\nc - d'],
  ],
  [
    'detectable_format:constrained_response',
    {},
    ['Well. My answer is no.'],
    ['no', 'my answer is no.'],
  ],
  [
    'detectable_format:number_highlighted_sections',
    { num_highlights: 2 },
    ['*one* and *two*', '**one** *two*', '***x***y*z*'],
    ['*one*', '**one**', '*a\nb*', '** **', '****'],
  ],
  [
    'detectable_format:multiple_sections',
    { section_spliter: 'Day ', num_sections: 2 },
    ['Day 1\na\nDay2\nb'],
    ['Day 1', 'day 1 day 2', 'Day one Day two'],
  ],
  [
    'detectable_format:json_format',
    {},
    ['```json\n{"a": [1]}\n```', ' "text" ', '```\n[]```'],
    ['{a: 1}', 'Here: {}', '```json {} ``` .', 'NaN'],
  ],
  [
    'detectable_format:title',
    {},
    ['<<Tea>>', 'On\n a <<<b>>> c'],
    ['<<>>', '<< >>', '<<a\nb>>', '<a>', '<<<>>>'],
  ],
  [
    'combination:two_responses',
    {},
    ['a\n******\nb', '******a******b'],
    ['a', 'a******a', 'a************b', 'a******b******c'],
  ],
  ['combination:repeat_prompt', { prompt_to_repeat: ' Say it.' }, ['say it. It.'], ['It. Say it.']],
  [
    'startend:end_checker',
    { end_phrase: 'The End ' },
    ['So: "THE END"', 'the end\n'],
    ['the end.'],
  ],
  ['startend:quotation', {}, [' "a" ', '""'], ['"', '“a”', '"a" b', "'a'"]],
  [
    'change_case:capital_word_frequency',
    { capital_frequency: 3, capital_relation: 'at least' },
    ["I DON'T", 'A-B C/D, E', 'CANNOT WE'],
    ['I am A man', 'WELL-KNOWN U.S. man', '1 2 3'],
  ],
  [
    'change_case:english_capital',
    {},
    ['THE CAT SLEEPS AT THE WINDOW AND DOES NOT WANT TO EAT ANYTHING.'],
    ['The CAT', 'DIE KATZE SCHLÄFT HEUTE AM FENSTER UND MÖCHTE ÜBERHAUPT NICHTS FRESSEN.', '1 2 3'],
  ],
  [
    'change_case:english_lowercase',
    {},
    ['the cat sleeps at the window and does not want to eat anything.'],
    ['The cat', 'die katze schläft heute am fenster und möchte überhaupt nichts fressen.'],
  ],
  ['punctuation:no_comma', {}, ['a; b'], ['a, b']],
];

describe('an English instruction', () => {
  it.each(cases)('%s %j', (id, kwargs, yes, no) => {
    for (const response of yes) expect(does(id, kwargs, response), response).toBe(true);
    for (const response of no) expect(does(id, kwargs, response), response).toBe(false);
    expect(does(id, kwargs, ' \n'), 'an empty response').toBe(false);
  });

  it('is here in each of the 25 types', () => {
    expect(typesOf('en').toSorted()).toEqual([...new Set(cases.map(([id]) => id))].toSorted());
    expect(typesOf('en')).toHaveLength(25);
  });

  it('is taken from a loose response without its first or last line, or stars', () => {
    const json = 'Here you are:\n{"a": 1}\nBye!';
    expect(does('detectable_format:json_format', {}, json)).toBe(false);
    expect(does('detectable_format:json_format', {}, json, 'loose')).toBe(true);
    const phrase = { end_phrase: 'Bye' };
    expect(does('startend:end_checker', phrase, 'So **Bye**', 'loose')).toBe(true);
    expect(does('startend:end_checker', phrase, 'So **Bye** now', 'loose')).toBe(false);
    // an only line is all that there is
    expect(does('punctuation:no_comma', {}, 'a, b', 'loose')).toBe(false);
  });
});
