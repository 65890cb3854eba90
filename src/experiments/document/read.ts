import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';
import { readyScorer } from '../../scoring/scorer.ts';
import { countOf } from './arms.ts';
import { searchScorer } from '../search/standings.ts';
import { judgmentsEach } from '../judging/count-judgments.ts';
import { checkContrasts } from './check-contrasts.ts';
import { checkJudges } from './check-judges.ts';
import { checkServed } from './check-served.ts';
import { checkTuning } from './check-tuning.ts';
import type { Where } from './contrast.ts';
import { ExperimentDocument } from './document.ts';
import type { Factor } from './search.ts';

/** More cells than this are a slip, or a job for a server. */
export const mostCells = 100_000;

const refuse = (message: string, remedy: string): never => {
  throw new Problem({ code: 'bad-input', message, remedy });
};

const nothingRan = 'Correct it and open the document again. Nothing was run.';

/**
 * A document from a file, a link or an editor.
 * @throws Problem 'bad-input': one line that names the place
 */
export function readDocument(text: string): ExperimentDocument {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    return refuse(`This is not JSON: ${(thrown as Error).message}.`, nothingRan);
  }
  return checkDocument(json);
}

/**
 * Any value as a document, with what a schema alone cannot see.
 * @throws Problem 'bad-input' that names the field
 */
export function checkDocument(value: unknown): ExperimentDocument {
  const parsed = v.safeParse(ExperimentDocument, value);
  if (!parsed.success) return refuse(`${issueText(parsed.issues[0])}.`, nothingRan);
  const document = parsed.output;
  checkFactors(document.factors, 'factors');
  checkFactors(document.search?.check.factors ?? [], 'search.check.factors');
  checkQuestions(document);
  checkSize(document, 1);
  checkNames(document);
  checkScorers(document);
  checkJudges(document);
  checkContrasts(document);
  checkTuning(document);
  checkServed(document);
  return document;
}

function checkFactors(factors: readonly Factor[], where: string): void {
  const names = factors.map(({ name }) => name);
  for (const [i, { name, levels }] of factors.entries()) {
    if (names.indexOf(name) < i)
      refuse(`${where}[${i}].name: there is a factor “${name}” already.`, nothingRan);
    if (['turn', 'reference'].includes(name))
      refuse(`${where}[${i}].name: “${name}” has a meaning of its own.`, nothingRan);
    const labels = levels.map(({ label }) => label);
    const twice = labels.findIndex((label, k) => labels.indexOf(label) < k);
    if (twice >= 0)
      refuse(`${where}[${i}].levels[${twice}].label: “${labels[twice]}” stands twice.`, nothingRan);
  }
}

function checkQuestions({ questions }: ExperimentDocument): void {
  if (questions.bench !== 'given') return;
  const ids = questions.items.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0) refuse(`questions.items[${twice}].id: “${ids[twice]}” stands twice.`, nothingRan);
}

/**
 * Refuses a document whose cells nobody could wait for, before any of them is made.
 * @throws Problem 'bad-input' that says how many they are
 */
export function checkSize(document: ExperimentDocument, items: number): void {
  const { factors, references, seeds, turns, scorers, search } = document;
  const likelihoods = scorers.filter(({ kind }) => kind === 'likelihood').length;
  const arms = countOf(factors) + references.length;
  const searched = search ? search.candidates * search.rounds : 0;
  const cells =
    (arms * turns + searched) * items * seeds.length * (1 + likelihoods + judgmentsEach(scorers));
  if (cells <= mostCells) return;
  const number = (n: number) => n.toLocaleString('en');
  refuse(
    `The document asks for ${number(cells)} cells${items === 1 ? ' a question' : ''}; the lab takes ${number(mostCells)} at most.`,
    `It has ${number(arms)} arms, ${seeds.length} seeds and ${turns} turns: take fewer of any, or fewer questions.`,
  );
}

/** Names in exclusions and figures must be those of factors and levels. */
function checkNames(document: ExperimentDocument): void {
  const factors = document.search?.check.factors ?? document.factors;
  const made = document.search ? ['prompt', 'round', 'candidate'] : [];
  const known = new Set([...factors.map(({ name }) => name), ...made, 'turn', 'reference']);
  const levels = new Map(factors.map(({ name, levels }) => [name, levels.map((l) => l.label)]));
  levels.set(
    'reference',
    document.references.map(({ label }) => label),
  );
  levels.set('turn', ['1', '2']);
  const check = (where: Where, field: string) => {
    for (const [factor, wanted] of Object.entries(where)) {
      if (!known.has(factor)) refuse(`${field}: there is no factor “${factor}”.`, nothingRan);
      const there = levels.get(factor);
      const missing = [wanted].flat().find((level) => there && !there.includes(level));
      if (missing !== undefined)
        refuse(`${field}.${factor}: there is no level “${missing}”.`, nothingRan);
    }
  };
  document.without.forEach((where, i) => check(where, `without[${i}]`));
  for (const [axis, name] of Object.entries(document.figure))
    if (axis !== 'kind' && !known.has(name))
      refuse(`figure.${axis}: there is no factor “${name}”.`, nothingRan);
}

function checkScorers({ scorers, search }: ExperimentDocument): void {
  const ids = scorers.map((scorer, i) => {
    try {
      return readyScorer(scorer).id;
    } catch (thrown) {
      return refuse(`scorers[${i}]: ${Problem.from(thrown).message}`, nothingRan);
    }
  });
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0) refuse(`scorers[${twice}]: “${ids[twice]}” stands twice.`, nothingRan);
  if (search && searchScorer({ scorers }) === '')
    refuse(
      'scorers: a search needs one that judges answers, and of which less is not better.',
      nothingRan,
    );
}
