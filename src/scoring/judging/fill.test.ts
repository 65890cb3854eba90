import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../domain/judgment.ts';
import { choosePrompt, openingOf, purposeOf, showsReference } from './choose-prompt.ts';
import { fillPrompt, headOf, placesIn, type JudgedConversation } from './fill.ts';
import { parseRating, parseVerdict } from './parse.ts';
import { labPrompts } from './prompts/lab-prompts.ts';

const languages = ['en', 'es', 'fr'];
const texts = (what: string, turns: number) =>
  Array.from({ length: turns }, (_, i) => `<${what} ${i + 1}>`);

function conversation(pair: boolean, turns: number, reference: boolean): JudgedConversation {
  const sides = pair ? ['a', 'b'] : ['answer'];
  return {
    questions: texts('question', turns),
    references: reference ? texts('reference', turns) : null,
    answers: sides.map((side) => texts(side, turns)),
  };
}

describe('the lab’s judge prompts', () => {
  it.each(languages)('are one for each form in %s, and show all that there is once', (language) => {
    const prompts = labPrompts(language);
    expect(prompts).toHaveLength(8);
    expect(new Set(prompts.map(({ name }) => name)).size).toBe(8);
    for (const prompt of prompts) {
      const { pair, turns, reference } = purposeOf(prompt);
      expect(choosePrompt(prompts, { pair, turns, reference })).toBe(prompt);
      const shown = conversation(pair, turns, reference);
      const filled = fillPrompt(prompt, shown);
      const all = [...shown.questions, ...(shown.references ?? []), ...shown.answers.flat()];
      for (const text of all) expect(filled.split(text)).toHaveLength(2);
      expect(filled.startsWith(headOf(prompt))).toBe(true);
      expect(filled).not.toMatch(/[{}]/);
    }
  });

  it.each(languages)('show in %s a form of reply that is read', (language) => {
    for (const prompt of labPrompts(language)) {
      const opening = openingOf(prompt);
      // the opening stands in the instruction, letter by letter
      expect(prompt.prompt_template).toContain(opening);
      if (prompt.type === 'single') expect(parseRating(`${opening}10]]`)).toBe(10);
      else for (const v of verdicts) expect(parseVerdict(`${opening}${v}]]`)).not.toBeNull();
    }
  });

  it('are in English where a language has none', () => {
    expect(labPrompts('sw')).toBe(labPrompts('en'));
  });
});

describe('fillPrompt', () => {
  const imported = {
    name: 'x',
    type: 'single' as const,
    system_prompt: '',
    prompt_template: 'Write {{"rating": n}}. {question}\n{answer}\nEnd {question}',
  };

  it('leaves what looks like a place within a text as it is', () => {
    const said = {
      questions: ['{answer} {{x}} $& $1'],
      references: null,
      answers: [['{question}']],
    };
    expect(fillPrompt(imported, said)).toBe(
      'Write {"rating": n}. {answer} {{x}} $& $1\n{question}\nEnd {answer} {{x}} $& $1',
    );
  });

  it('holds every text whole, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom('{answer}', '{question_1}', '{{', '}}', '$&', '{', '}', '[[7]]'),
      fc.string(),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (question, answer) => {
        const said = { questions: [question], references: null, answers: [[answer]] };
        expect(fillPrompt(imported, said)).toBe(
          `Write {"rating": n}. ${question}\n${answer}\nEnd ${question}`,
        );
      }),
    );
  });

  it('refuses a place that no text is for', () => {
    const odd = { ...imported, prompt_template: 'Hello {name}' };
    expect(() => fillPrompt(odd, conversation(false, 1, false))).toThrow('{name}');
    expect(placesIn(odd)).toEqual(['name']);
  });

  it('reads a template of many braces in one pass', () => {
    const many = { ...imported, prompt_template: '{'.repeat(100_001) };
    expect(fillPrompt(many, conversation(false, 1, false))).toHaveLength(50_001);
  });
});

describe('choosePrompt', () => {
  it('does without a right answer where a set has no prompt with one', () => {
    const plain = labPrompts('en').filter((prompt) => !purposeOf(prompt).reference);
    const found = choosePrompt(plain, { pair: false, turns: 1, reference: true });
    expect(purposeOf(found).reference).toBe(false);
    expect(() => choosePrompt([], { pair: true, turns: 2, reference: false })).toThrow('two turns');
  });

  it('shows right answers in math, reasoning and coding, where every turn has one', () => {
    expect(showsReference('math', ['7', '8'])).toBe(true);
    expect(showsReference('math', ['7', null])).toBe(false);
    expect(showsReference('writing', ['7'])).toBe(false);
  });
});
