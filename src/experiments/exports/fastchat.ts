import {
  fastChatFiles,
  questionId,
  type FastChatAnswer,
  type FastChatQuestion,
} from '../../formats/exports/fastchat.ts';
import { unixSeconds, type ExportFile, type Named, type Rest } from '../../formats/exports/file.ts';
import { safeName } from '../../formats/exports/names.ts';
import { humanJudgments } from './fastchat-ratings.ts';
import { judgesSaid } from './fastchat-judges.ts';
import type { ExportSource } from './source.ts';
import { systemsOf, type Conversation, type System } from './systems.ts';
import { answerCell, askedIn, wholeAnswers } from './turns.ts';

/** The questions of each language, each once however many arms were asked it. */
async function questionsOf(
  systems: readonly System[],
  rest: Rest,
): Promise<Named<FastChatQuestion>[]> {
  const found = new Map<string, Map<string, FastChatQuestion>>();
  for (const { arm, conversations } of systems) {
    const { language } = arm.setting;
    const questions = found.get(language) ?? new Map<string, FastChatQuestion>();
    found.set(language, questions);
    for (const { item, turns } of conversations) {
      await rest();
      const asked = turns.map(askedIn);
      const known = questions.get(item.id);
      // a search's rounds may ask fewer turns than its check
      if (known && known.turns.length >= asked.length) continue;
      questions.set(item.id, {
        question_id: questionId(item.id),
        category: item.category,
        turns: asked.map(({ query }) => query),
        ...(asked.some(({ reference }) => reference !== null) && {
          reference: asked.map(({ reference }) => reference ?? ''),
        }),
      });
    }
  }
  const only = found.size === 1;
  return [...found].map(([language, questions]) => ({
    name: only ? '' : safeName(language),
    rows: questions.values(),
  }));
}

/** Conversations question by question, as they stand. */
function* byQuestion(conversations: readonly Conversation[]): Generator<Conversation[]> {
  let open: Conversation[] = [];
  for (const conversation of conversations) {
    if (open.length > 0 && open[0]?.number !== conversation.number) {
      yield open;
      open = [];
    }
    open.push(conversation);
  }
  if (open.length > 0) yield open;
}

/** A system's answers: seeds are choices. A conversation that is not whole is no choice. */
function* answersOf({ name, conversations }: System): Generator<FastChatAnswer> {
  for (const drawn of byQuestion(conversations)) {
    const choices = drawn.flatMap((conversation) => {
      const turns = wholeAnswers(conversation);
      return turns ? [{ index: conversation.draw, turns, conversation }] : [];
    });
    const [first] = choices;
    if (!first) continue;
    const cells = choices.flatMap(({ conversation }) => conversation.turns.map(answerCell));
    const times = cells.map((cell) => cell?.createdAt ?? '');
    yield {
      question_id: questionId(first.conversation.item.id),
      answer_id: first.conversation.turns[0]?.planned.key.slice(0, 22) ?? '',
      model_id: name,
      choices: choices.map(({ index, turns }) => ({ index, turns })),
      tstamp: unixSeconds(times.reduce((a, b) => (a > b ? a : b))),
    };
  }
}

/** An experiment as FastChat's `llm_judge` has it: questions, answers, and what people and judges said. */
export async function exportFastChat(source: ExportSource, rest: Rest): Promise<ExportFile[]> {
  const systems = await systemsOf(source.results, rest);
  const { single, pairs } = await judgesSaid(systems, source.results, rest);
  return fastChatFiles(
    {
      questions: await questionsOf(systems, rest),
      answers: systems.map((system) => ({ name: system.name, rows: answersOf(system) })),
      judgments: [...humanJudgments(systems, source.ratings), ...single],
      pairs,
    },
    rest,
  );
}
