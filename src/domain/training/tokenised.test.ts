import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokenizerFromJSON } from '../../../tools/pretrain/tokenizer/index.ts';
import { renderChat as renderTwinChat } from '../../../tools/tuning/chat-template.ts';
import { promptText, renderPrompt, type Turn } from '../prompt.ts';
import { templateIds, type TemplateId } from '../recipe.ts';
import { layouts } from '../template.ts';
import type { AnsweredTurn, Conversation } from './conversation.ts';
import { TrainingText } from './rows.ts';
import { textsToTokenise, trainingText, type TokensOf } from './tokenised.ts';
import { writeConversation, type RenderChat, type Writing } from './written.ts';
import * as v from 'valibot';

const file = new URL('../../../public/models/lab-base-4m/tokenizer.json', import.meta.url);
const tokenizer = tokenizerFromJSON(JSON.parse(readFileSync(file, 'utf8')));
const end = tokenizer.endOfText;
/** As the worker tokenises prompts: with the start token in front. */
const bundled: TokensOf = (text) => [end, ...tokenizer.encode(text)];
/** As the worker writes a chat: without the start token's own text. */
const renderChat: RenderChat = (messages, open) =>
  Promise.resolve(renderTwinChat(messages, open).slice('<|endoftext|>'.length));
const never: RenderChat = () => Promise.reject(new Error('There is no chat template.'));

/** A tokenizer that was given these texts and no others, as the page has only what it asked for. */
const only = (texts: readonly string[], tokensOf: TokensOf): TokensOf => {
  const known = new Map(texts.map((text) => [text, tokensOf(text)]));
  return (text) => {
    const tokens = known.get(text);
    if (!tokens) throw new Error(`Not asked for: ${JSON.stringify(text)}`);
    return tokens;
  };
};

async function rowOf(
  conversation: Conversation,
  writing: Partial<Writing> & { template: TemplateId },
  tokensOf: TokensOf = bundled,
  chat: RenderChat = never,
) {
  const written = await writeConversation(conversation, { answersOnly: false, ...writing }, chat);
  const text = trainingText(written, only(textsToTokenise(written), tokensOf), [end]);
  expect(v.is(TrainingText, text)).toBe(true);
  return text;
}
const learntOf = ({ tokens, learnt }: TrainingText, decode = tokenizer) =>
  learnt.map(([a, b]) => decode.decode(tokens.slice(a, b)));
const prompted = (template: TemplateId, turns: readonly Turn[]) =>
  bundled(promptText(renderPrompt({ rules: '', demonstrations: [], template }, turns)));

const textLayouts = templateIds.filter((id) => id !== 'chat');
const anyText = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constantFrom('Two and two?', 'Four.', '```js\nlet a;\n```', ' left and right ', '¿Qué?\n\nSí'),
);
const anyTurn: fc.Arbitrary<AnsweredTurn> = fc.record({
  query: anyText,
  answer: anyText.filter((text) => text.trim() !== ''),
});

describe('a conversation of one turn', () => {
  it.each(textLayouts)('begins with the tokens of the prompt, in %s', async (template) => {
    await fc.assert(
      fc.asyncProperty(anyTurn, async ({ query, answer }) => {
        const row = await rowOf({ turns: [{ query, answer }] }, { template });
        const prompt = prompted(template, [{ query, answer: null }]);
        expect(row.tokens.slice(0, prompt.length)).toEqual(prompt);
        expect(row.learnt).toEqual([[prompt.length, row.tokens.length]]);
        expect(row.tokens.at(-1)).toBe(end);
        const text = tokenizer.decode(row.tokens.slice(prompt.length, -1));
        expect(text).toBe(layouts[template].close(answer).trimEnd());
      }),
      { numRuns: 200 },
    );
  });

  it('learns the answer, its closing fence and the end token', async () => {
    const turns = [{ query: 'Two and two?', answer: 'Four.' }];
    expect(learntOf(await rowOf({ turns }, { template: 'urial-fenced' }))).toEqual([
      'Four.\n```<|endoftext|>',
    ]);
    expect(learntOf(await rowOf({ turns }, { template: 'plain' }))).toEqual([
      ' Four.<|endoftext|>',
    ]);
  });

  it('writes a system message where rules stand', async () => {
    const turns = [{ query: 'Hi', answer: 'Hello.' }];
    const row = await rowOf({ system: 'Be brief.', turns }, { template: 'plain' });
    expect(tokenizer.decode(row.tokens.slice(1, -1))).toBe('Be brief.\n\nQ: Hi\nA: Hello.');
  });
});

describe('a conversation of several turns', () => {
  it.each(textLayouts)('goes on from the prompt of its last turn, in %s', async (template) => {
    const turn = (query: string, answer: string) => ({ query, answer });
    const turns = [turn('Sky?', 'Blue.'), turn('Grass?', 'Green.'), turn('Sun?', 'Yellow.')];
    const row = await rowOf({ turns }, { template });
    const prompt = prompted(template, [...turns.slice(0, 2), { query: 'Sun?', answer: null }]);
    expect(row.tokens.slice(0, prompt.length)).toEqual(prompt);
    const closed = (answer: string) => layouts[template].close(answer).trimEnd();
    expect(learntOf(row)).toEqual([
      closed('Blue.'),
      closed('Green.'),
      `${closed('Yellow.')}<|endoftext|>`,
    ]);
  });

  it('has its spans in order and apart, whatever is said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTurn, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...textLayouts),
        fc.boolean(),
        async (turns, template, answersOnly) => {
          const { tokens, learnt } = await rowOf({ turns }, { template, answersOnly });
          const ends = learnt.flat();
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          expect(ends[0]).toBeGreaterThan(0);
          expect(ends.at(-1)).toBe(tokens.length);
        },
      ),
    );
  });
});

describe('answers alone', () => {
  it('stand under their own headings, no query before them', async () => {
    const turns = [
      { query: 'Sky?', answer: 'Blue.' },
      { query: 'Sun?', answer: 'Yellow.' },
    ];
    const texts = textLayouts.map(async (template) => {
      const row = await rowOf({ turns }, { template, answersOnly: true });
      return [template, tokenizer.decode(row.tokens.slice(1, -1))];
    });
    const fenced = '# Answer:\n```\nBlue.\n```\n\n# Answer:\n```\nYellow.\n```';
    expect(Object.fromEntries(await Promise.all(texts))).toEqual({
      'urial-fenced': fenced,
      'header-only': fenced,
      'rules-only': fenced,
      'urial-chat': '# Assistant:\nBlue.\n\n# Assistant:\nYellow.',
      plain: 'A: Blue.\n\nA: Yellow.',
      raw: 'Blue.\n\nYellow.',
    });
  });

  it('need something before them: the first token of all is never learnt', async () => {
    const bare: TokensOf = (text) => [...tokenizer.encode(text)];
    const row = await rowOf(
      { turns: [{ query: '', answer: 'Blue.' }] },
      { template: 'raw', answersOnly: true },
      bare,
    );
    expect(row.learnt).toEqual([[1, row.tokens.length]]);
  });
});

describe('a chat template', () => {
  const turns = [
    { query: 'Sky?', answer: 'Blue.' },
    { query: 'Sun?', answer: 'Yellow.' },
  ];
  const chat = { template: 'chat' } as const;

  it('writes the conversation, with its end token after every answer, once', async () => {
    const row = await rowOf({ system: 'Be brief.', turns }, chat, bundled, renderChat);
    expect(tokenizer.decode(row.tokens)).toBe(
      '<|endoftext|>Be brief.\n\n[user]\nSky?\n[assistant]\nBlue.<|endoftext|>' +
        '[user]\nSun?\n[assistant]\nYellow.<|endoftext|>',
    );
    expect(learntOf(row)).toEqual(['Blue.<|endoftext|>', 'Yellow.<|endoftext|>']);
  });

  it('that opens otherwise than it closes is refused', async () => {
    const other: RenderChat = (_, open) => Promise.resolve(open ? 'A' : 'B');
    await expect(rowOf({ turns }, chat, bundled, other)).rejects.toThrow('chat template');
  });
});

describe('tokenizers of other kinds', () => {
  /** Puts a space before a text, as SentencePiece does, and takes two letters at a time. */
  const pairs: TokensOf = (text) => [
    1,
    ...(`_${text}`.match(/[^]{1,2}/g) ?? []).map((piece) =>
      [...piece].reduce((sum, letter) => sum * 1000 + letter.charCodeAt(0), 0),
    ),
  ];

  it('that join the answer to the prompt: the prompt’s own tokens come first', async () => {
    for (const query of ['ab', 'abc']) {
      const row = await rowOf({ turns: [{ query, answer: 'xyz' }] }, { template: 'raw' }, pairs);
      const prompt = pairs(query);
      expect(row.tokens.slice(0, prompt.length)).toEqual(prompt);
      expect(row.learnt).toEqual([[prompt.length, row.tokens.length]]);
    }
  });

  it('without an end token have none', async () => {
    const written = await writeConversation(
      { turns: [{ query: 'a', answer: 'b' }] },
      { template: 'plain', answersOnly: false },
      never,
    );
    const { tokens } = trainingText(written, bundled, []);
    expect(tokenizer.decode(tokens.slice(1))).toBe('Q: a\nA: b');
  });
});
