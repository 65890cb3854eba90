import type { ImportedSet } from '../../domain/imported-set.ts';
import { Problem } from '../../domain/problem.ts';
import { documentFor } from '../../experiments/library/documents.ts';
import { importedContent } from '../../experiments/library/import.ts';
import { questionsIn } from '../../experiments/library/rows.ts';
import { withReferences } from '../../experiments/library/with-references.ts';
import { counted } from '../parts/format.ts';
import { notices } from '../notices/notices.svelte.ts';
import { sets } from './here.ts';

/** Opens an experiment that uses a set, in the editor. @throws Problem, and then nothing is changed */
export async function useInExperiment(set: ImportedSet): Promise<void> {
  const document = documentFor(set, await sets.content(set));
  if (!document) return;
  // the place is no part of this one, and may be there already
  const [{ desk }, { editorHref }] = await Promise.all([
    import('../experiments/here.ts'),
    import('../experiments/where.ts'),
  ]);
  await desk.begin(document);
  location.hash = editorHref;
}

/** Keeps the questions that a set of answers or examples brings, as a set of their own. @throws Problem */
export async function keepQuestions(set: ImportedSet): Promise<void> {
  const name = `Questions of ${set.name}`;
  const questions = questionsIn(await sets.content(set), name);
  if (!questions) throw holdsNot(set, 'what was asked', 'Import the questions’ own file.');
  const { licence, source } = set;
  await sets.add(await importedContent(questions, 'Questions', { name, licence, source }));
  notices.news(`“${name}” is in the library.`);
}

/** Keeps questions with the references of another set, as a set of its own. @throws Problem */
export async function joinReferences(
  references: ImportedSet,
  questions: ImportedSet,
): Promise<void> {
  const [given, asked] = await Promise.all([sets.content(references), sets.content(questions)]);
  if (given.kind !== 'references') throw holdsNot(references, 'references', 'Join another set.');
  if (asked.kind !== 'questions')
    throw holdsNot(questions, 'questions', 'Join them to another set.');
  const name = `${questions.name} with references`;
  const { set, joined } = withReferences(asked, given, name);
  const { licence, source, recognised } = questions;
  await sets.add(await importedContent(set, recognised, { name, licence, source }));
  notices.news(`“${name}” is in the library: ${counted(joined, 'question')} with a reference.`);
}

function holdsNot({ name }: ImportedSet, what: string, remedy: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `The set “${name}” does not hold ${what}.`,
    remedy,
  });
}
