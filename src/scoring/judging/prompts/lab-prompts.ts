import type { JudgePrompt } from '../../../domain/judgment.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const byLanguage: Readonly<Record<string, readonly JudgePrompt[]>> = { en, es, fr };

/** The project's own judge prompts; those in English for a language that has none. */
export const labPrompts = (language: string): readonly JudgePrompt[] => byLanguage[language] ?? en;
