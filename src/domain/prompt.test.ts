import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demonstration } from './demonstration.ts';
import {
  chatMessages,
  cleanAnswer,
  layoutStops,
  promptText,
  renderPrompt,
  type Turn,
} from './prompt.ts';
import { recipeForArm, templateIds, type Recipe, type TemplateId } from './recipe.ts';

const recipe = (template: TemplateId): Recipe => ({
  rules: 'Be brief.',
  demonstrations: [
    demonstration('Two and two?', 'Four.', '', 'd1'),
    demonstration('Hi', 'Hello!', '', 'd2'),
  ],
  template,
});
const ask = (query: string): Turn[] => [{ query, answer: null }];
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

  it('writes queries alone and answers alone under their own headings only', () => {
    const alone = (template: TemplateId, query: string, answer: string) => {
      const demonstrations = [demonstration(query, answer), demonstration(query, answer)];
      return promptText(renderPrompt({ rules: '', demonstrations, template }, []));
    };
    const twice = (text: string) => text + text;
    expect(alone('urial-fenced', 'X', '')).toBe(twice('# Query:\n```\nX\n```\n\n'));
    expect(alone('urial-fenced', '', 'Y')).toBe(twice('# Answer:\n```\nY\n```\n\n'));
    expect(alone('urial-chat', 'X', '')).toBe(twice('# User:\nX\n\n'));
    expect(alone('urial-chat', '', 'Y')).toBe(twice('# Assistant:\nY\n\n'));
    expect(alone('plain', 'X', '')).toBe(twice('Q: X\n\n'));
    expect(alone('plain', '', 'Y')).toBe(twice('A: Y\n\n'));
    for (const template of templateIds.filter((id) => id !== 'chat'))
      expect(alone(template, '', '')).toBe('');
    const xOnly = { ...recipe('chat'), demonstrations: [demonstration('X', '')] };
    expect(chatMessages(xOnly, ask('Sky?')).map((m) => m.content)).toEqual([
      'Be brief.',
      'X',
      'Sky?',
    ]);
  });

  it('keeps the place of an earlier turn’s answer where the model gave none', () => {
    const turns = [{ query: 'A', answer: '' }, ...ask('B')];
    expect(write('urial-fenced', turns)).toContain(
      '# Query:\n```\nA\n```\n\n# Answer:\n```\n\n```\n\n# Query:\n```\nB\n',
    );
    expect(chatMessages(recipe('chat'), turns).at(-2)).toEqual({ role: 'assistant', content: '' });
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
