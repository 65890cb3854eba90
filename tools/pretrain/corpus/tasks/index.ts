import { languages, type Language } from '../document.ts';
import type { Scene } from '../scene.ts';
import { arithmeticTasks } from './arithmetic.ts';
import { codeTasks } from './code.ts';
import { describingTasks } from './describing.ts';
import { judgingTasks } from './judging.ts';
import { listTasks } from './lists.ts';
import { namingTasks } from './naming.ts';
import { numberTasks } from './numbers.ts';
import { readingTasks } from './reading.ts';
import { reasoningTasks } from './reasoning.ts';
import { relationTasks } from './relations.ts';
import { roleplayTasks } from './roleplay.ts';
import { sentenceTasks } from './sentences.ts';
import { storyTasks } from './stories.ts';
import { talkTasks } from './talk.ts';
import type { Item, Task } from './task.ts';
import { wordplayTasks } from './wordplay.ts';
import { writingTasks } from './writing.ts';

/** Everything that can be asked. */
export const tasks: readonly Task[] = [
  ...relationTasks,
  ...arithmeticTasks,
  ...numberTasks,
  ...wordplayTasks,
  ...sentenceTasks,
  ...listTasks,
  ...readingTasks,
  ...reasoningTasks,
  ...writingTasks,
  ...storyTasks,
  ...roleplayTasks,
  ...describingTasks,
  ...namingTasks,
  ...judgingTasks,
  ...codeTasks,
  ...talkTasks,
];

const byLanguage = Object.fromEntries(
  languages.map((language) => [
    language,
    tasks
      .filter((task) => task.languages.includes(language))
      .map((task) => [task, task.weight] as const),
  ]),
) as unknown as Record<Language, readonly (readonly [Task, number])[]>;

/** A task that the scene's language has, by weight. */
export const drawTask = (scene: Scene): Task => scene.random.weighted(byLanguage[scene.language]);

/** A question with its answer. */
export const drawItem = (scene: Scene): Item => drawTask(scene).draw(scene);
