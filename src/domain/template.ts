import type { TemplateId } from './recipe.ts';

/** How one layout writes its parts. `null` means that the layout has no such part. */
export interface Layout {
  label: string;
  /** One sentence for the reader. */
  about: string;
  /** Wraps the rules paragraph. */
  rules: ((rules: string) => string) | null;
  /**
   * A demonstration. An empty text is left out with its heading, as the published prompts of queries
   * alone have it (tml-epfl/icl-alignment, urial_prompts/qa_matching).
   */
  demonstration: ((query: string, answer: string) => string) | null;
  /** A query, up to the place where its answer starts. */
  open: (query: string) => string;
  /** What stands before an answer whose query is left out: training on answers alone begins there. */
  answerHeading: string;
  /** An answer and whatever closes it. */
  close: (answer: string) => string;
  /** Strings at which a generated answer is over (beside those the reader adds). */
  stop: readonly string[];
}

const paragraph = (text: string) => `${text}\n\n`;
const urialRules = (rules: string) => `# Instruction\n\n${rules}\n\n`;

const fencedOpen = (heading: string) => `# ${heading}:\n\`\`\`\n`;
const fencedClose = (text: string) => `${text}\n\`\`\`\n\n`;
const fenced = (heading: string, text: string) => fencedOpen(heading) + fencedClose(text);
const fencedTurn = {
  open: (query: string) => fenced('Query', query) + fencedOpen('Answer'),
  answerHeading: fencedOpen('Answer'),
  close: fencedClose,
};

const headed = (heading: string, text: string) => `# ${heading}:\n${text}\n\n`;

/** Something written around a text; nothing where the text is empty. */
const given = (text: string, written: string) => (text === '' ? '' : written);

/** The layouts in text form; 'chat' is the model's own and is rendered by its tokenizer. */
export const layouts: Record<Exclude<TemplateId, 'chat'>, Layout> = {
  'urial-fenced': {
    label: 'URIAL, fenced',
    about: 'Rules, then every query and answer in a code fence under its heading (URIAL).',
    rules: urialRules,
    demonstration: (query, answer) =>
      given(query, fenced('Query', query)) + given(answer, fenced('Answer', answer)),
    ...fencedTurn,
    stop: ['# Query', '# User'],
  },
  'urial-chat': {
    label: 'URIAL, User / Assistant',
    about: 'The later URIAL layout: headings User and Assistant, no fences.',
    rules: urialRules,
    demonstration: (query, answer) =>
      given(query, headed('User', query)) + given(answer, headed('Assistant', answer)),
    open: (query) => headed('User', query) + '# Assistant:\n',
    answerHeading: '# Assistant:\n',
    close: paragraph,
    stop: ['# User', '# Query'],
  },
  plain: {
    label: 'Plain Q and A',
    about: 'Rules as a paragraph, then lines that start with Q: and A:.',
    rules: paragraph,
    demonstration: (query, answer) => {
      const lines = given(query, `Q: ${query}\n`) + given(answer, `A: ${answer}\n`);
      return given(lines, `${lines}\n`);
    },
    open: (query) => `Q: ${query}\nA:`,
    answerHeading: 'A:',
    close: (answer) => ` ${answer}\n\n`,
    stop: ['\nQ:'],
  },
  'header-only': {
    label: 'Header only',
    about: 'The fenced headings around the query; no rules, no demonstrations.',
    rules: null,
    demonstration: null,
    ...fencedTurn,
    stop: ['# Query', '# User'],
  },
  'rules-only': {
    label: 'Rules only',
    about: 'Rules and the fenced headings; no demonstrations.',
    rules: urialRules,
    demonstration: null,
    ...fencedTurn,
    stop: ['# Query', '# User'],
  },
  raw: {
    label: 'Raw query',
    about: 'The query alone: the model continues it as text.',
    rules: null,
    demonstration: null,
    open: (query) => query,
    answerHeading: '',
    close: (answer) => `${answer}\n\n`,
    stop: [],
  },
};
