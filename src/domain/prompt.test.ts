import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demonstration } from './demonstration.ts';
import { chatMessages, cleanAnswer, layoutStops, promptText, renderPrompt } from './prompt.ts';
import { recipeForArm, templateIds, type Recipe, type TemplateId } from './recipe.ts';

const recipe = (template: TemplateId): Recipe => ({
  rules: 'Be brief.',
  demonstrations: [
    demonstration('Two and two?', 'Four.', '', 'd1'),
    demonstration('Hi', 'Hello!', '', 'd2'),
  ],
  template,
});
const ask = (query: string) => [{ query, answer: null }];
const write = (template: TemplateId, turns = ask('Sky?')) =>
  promptText(renderPrompt(recipe(template), turns));

describe('layouts', () => {
  it('writes URIAL in fences', () => {
    expect(write('urial-fenced')).toBe(
      '# Instruction\n\nBe brief.\n\n' +
        '# Query:\n```\nTwo and two?\n```\n\n# Answer:\n```\nFour.\n```\n\n' +
        '# Query:\n```\nHi\n```\n\n# Answer:\n```\nHello!\n```\n\n' +
        '# Query:\n```\nSky?\n```\n\n# Answer:\n```\n',
    );
  });

  it('writes URIAL with User and Assistant, without fences', () => {
    expect(write('urial-chat')).toBe(
      '# Instruction\n\nBe brief.\n\n# User:\nTwo and two?\n\n# Assistant:\nFour.\n\n' +
        '# User:\nHi\n\n# Assistant:\nHello!\n\n# User:\nSky?\n\n# Assistant:\n',
    );
  });

  it('writes a plain prompt', () => {
    expect(write('plain')).toBe(
      'Be brief.\n\nQ: Two and two?\nA: Four.\n\nQ: Hi\nA: Hello!\n\nQ: Sky?\nA:',
    );
  });

  it('leaves out what a layout has no room for', () => {
    expect(write('header-only')).toBe('# Query:\n```\nSky?\n```\n\n# Answer:\n```\n');
    expect(write('rules-only')).toBe(
      '# Instruction\n\nBe brief.\n\n# Query:\n```\nSky?\n```\n\n# Answer:\n```\n',
    );
    expect(write('raw')).toBe('Sky?');
  });

  it('writes an earlier turn exactly like one more demonstration', () => {
    const demonstrations = [...recipe('urial-fenced').demonstrations, demonstration('A', 'B')];
    const asTurn = renderPrompt(recipe('urial-fenced'), [{ query: 'A', answer: 'B' }, ...ask('C')]);
    const asDemonstration = renderPrompt({ ...recipe('urial-fenced'), demonstrations }, ask('C'));
    expect(promptText(asTurn)).toBe(promptText(asDemonstration));
    expect(asTurn.map((s) => s.kind)).toEqual([
      'rules',
      'demonstration',
      'demonstration',
      'history',
      'query',
    ]);
  });

  it('keeps every text that was typed, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme' });
    const textLayouts = templateIds.filter((id) => id !== 'chat');
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.constantFrom(...textLayouts),
        (query, answer, live, template) => {
          const own = { ...recipe(template), demonstrations: [demonstration(query, answer)] };
          const segments = renderPrompt(own, ask(live));
          expect(segments.at(-1)?.kind).toBe('query');
          expect(segments.at(-1)?.text).toContain(live);
          const written = segments.find((s) => s.kind === 'demonstration')?.text;
          if (written !== undefined) {
            expect(written).toContain(query);
            expect(written).toContain(answer);
          }
        },
      ),
    );
  });

  it('refuses to write the chat layout, and gives messages for it instead', () => {
    expect(() => write('chat')).toThrow(RangeError);
    expect(chatMessages(recipe('chat'), ask('Sky?')).map((m) => m.role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
    ]);
    expect(layoutStops('chat')).toEqual([]);
  });
});

describe('recipeForArm', () => {
  const arm = { id: 'a', label: 'A', useRules: false, useDemonstrations: true, template: null };

  it('takes what the arm takes, and only demonstrations that are on', () => {
    const own = recipe('plain');
    own.demonstrations[0] = { ...demonstration('off', 'off'), enabled: false };
    const seen = recipeForArm(own, arm);
    expect(seen.rules).toBe('');
    expect(seen.demonstrations.map((d) => d.id)).toEqual(['d2']);
    expect(recipeForArm(own, { ...arm, template: 'raw' }).template).toBe('raw');
  });
});

describe('cleanAnswer', () => {
  it('does what URIAL does after generation', () => {
    expect(cleanAnswer(' Paris.\n```\n\n<|endoftext|>')).toBe('Paris.');
    expect(cleanAnswer('```js\nlet a;\n```\n', true)).toBe('```js\nlet a;\n```');
  });
});
