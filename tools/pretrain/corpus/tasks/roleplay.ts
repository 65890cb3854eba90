import { wording, type Scene } from '../scene.ts';
import { capitalise, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { homes, kind } from '../words/names-of-kinds.ts';
import { name } from '../words/index.ts';
import { jobs } from '../words/people.ts';
import type { Item, Task } from './task.ts';

const text = (task: string, query: string, answer: string, next?: () => Item): Item => ({
  task,
  query,
  short: answer,
  full: answer,
  ...(next && { next }),
});

const sounding = animals.filter((animal) => animal.sound !== '-' && animal.sound !== 'song');

function playAnimal(scene: Scene): Item {
  const animal = scene.random.pick(sounding);
  const speak = (it: (typeof animals)[number]): string =>
    `I am ${withArticle(it.en)}. ${capitalise(it.sound)}! I live ${kind(homes, it.home, 'en')}.`;
  const asks = [
    'Pretend you are {a} and speak.',
    'You are {a}. Say who you are.',
    'Act like {a}.',
    'Imagine you are {a}. Introduce yourself.',
    'Speak as {a}.',
  ];
  return text(
    'play animal',
    fill(wording(scene, asks), { a: withArticle(animal.en) }),
    speak(animal),
    () => {
      const other = scene.random.pick(sounding);
      return text('play animal', `Now you are ${withArticle(other.en)}.`, speak(other));
    },
  );
}

function playJob(scene: Scene): Item {
  const { job, place } = scene.random.pick(jobs);
  const who = name(scene);
  const speak = (person: string, work: string, where: string): string =>
    `I am ${person} the ${work}. I work in the ${where}.`;
  const asks = [
    'You are {who} the {job}. Say who you are.',
    'Pretend you are {who} the {job} and speak.',
    'Introduce yourself as {who} the {job}.',
  ];
  return text('play job', fill(wording(scene, asks), { who, job }), speak(who, job, place), () => {
    const other = scene.random.pick(jobs);
    const person = name(scene);
    return text(
      'play job',
      `Now you are ${person} the ${other.job}.`,
      speak(person, other.job, other.place),
    );
  });
}

export const roleplayTasks: readonly Task[] = [
  { name: 'play animal', kind: 'roleplay', weight: 2, languages: ['en'], draw: playAnimal },
  { name: 'play job', kind: 'roleplay', weight: 1.5, languages: ['en'], draw: playJob },
];
