import type { TemplateId } from './recipe.ts';

/** How one layout writes its parts. `null` means that the layout has no such part. */
export interface Layout {
  label: string;
  /** One sentence for the reader. */
  about: string;
  /** Wraps the rules paragraph. */
  rules: ((rules: string) => string) | null;
  /** Whether demonstrations are written. */
  demonstrations: boolean;
  /** A query, up to the place where its answer starts. */
  open: (query: string) => string;
  /** An answer and whatever closes it. */
  close: (answer: string) => string;
  /** Strings at which a generated answer is over (beside those the reader adds). */
  stop: readonly string[];
}

const urialRules = (rules: string) => `# Instruction\n\n${rules}\n\n`;
const fencedOpen = (query: string) => `# Query:\n\`\`\`\n${query}\n\`\`\`\n\n# Answer:\n\`\`\`\n`;
const fencedClose = (answer: string) => `${answer}\n\`\`\`\n\n`;
const chatOpen = (query: string) => `# User:\n${query}\n\n# Assistant:\n`;
const paragraph = (text: string) => `${text}\n\n`;

/** The layouts in text form; 'chat' is the model's own and is rendered by its tokenizer. */
export const layouts: Record<Exclude<TemplateId, 'chat'>, Layout> = {
  'urial-fenced': {
    label: 'URIAL, fenced',
    about: 'Rules, then every query and answer in a code fence under its heading (URIAL).',
    rules: urialRules,
    demonstrations: true,
    open: fencedOpen,
    close: fencedClose,
    stop: ['# Query', '# User'],
  },
  'urial-chat': {
    label: 'URIAL, User / Assistant',
    about: 'The later URIAL layout: headings User and Assistant, no fences.',
    rules: urialRules,
    demonstrations: true,
    open: chatOpen,
    close: paragraph,
    stop: ['# User', '# Query'],
  },
  plain: {
    label: 'Plain Q and A',
    about: 'Rules as a paragraph, then lines that start with Q: and A:.',
    rules: paragraph,
    demonstrations: true,
    open: (query) => `Q: ${query}\nA:`,
    close: (answer) => ` ${answer}\n\n`,
    stop: ['\nQ:'],
  },
  'header-only': {
    label: 'Header only',
    about: 'The fenced headings around the query; no rules, no demonstrations.',
    rules: null,
    demonstrations: false,
    open: fencedOpen,
    close: fencedClose,
    stop: ['# Query', '# User'],
  },
  'rules-only': {
    label: 'Rules only',
    about: 'Rules and the fenced headings; no demonstrations.',
    rules: urialRules,
    demonstrations: false,
    open: fencedOpen,
    close: fencedClose,
    stop: ['# Query', '# User'],
  },
  raw: {
    label: 'Raw query',
    about: 'The query alone: the model continues it as text.',
    rules: null,
    demonstrations: false,
    open: (query) => query,
    close: (answer) => `${answer}\n\n`,
    stop: [],
  },
};
