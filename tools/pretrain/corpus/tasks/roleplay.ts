import { languages } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill } from '../text.ts';
import { soundOf } from '../words/animal-words.ts';
import { animals, type Animal } from '../words/animals.ts';
import { name } from '../words/index.ts';
import { homes, kind } from '../words/names-of-kinds.ts';
import { indefinite } from '../words/nouns.ts';
import { isWoman, jobs } from '../words/people.ts';
import type { Item, Task } from './task.ts';

const text = (task: string, query: string, answer: string, next?: () => Item): Item => ({
  task,
  query,
  short: answer,
  full: answer,
  ...(next && { next }),
});

const animalLines = {
  en: {
    asks: [
      'Pretend you are {a} and speak.',
      'You are {a}. Say who you are.',
      'Act like {a}.',
      'Imagine you are {a}. Introduce yourself.',
      'Speak as {a}.',
    ],
    again: 'Now you are {a}.',
    speak: 'I am {a}. {sound}! I live {home}.',
  },
  es: {
    asks: [
      'Imagina que eres {a} y habla.',
      'Eres {a}. Di quién eres.',
      'Habla como {a}.',
      'Haz de {a}.',
      'Finge que eres {a}. Preséntate.',
    ],
    again: 'Ahora eres {a}.',
    speak: 'Soy {a}. ¡{sound}! Vivo {home}.',
  },
  fr: {
    asks: [
      'Imagine que tu es {a} et parle.',
      'Tu es {a}. Dis qui tu es.',
      'Parle comme {a}.',
      'Joue le rôle de {a}.',
      'Fais comme si tu étais {a}. Présente-toi.',
    ],
    again: 'Maintenant tu es {a}.',
    speak: 'Je suis {a}. {sound} ! Je vis {home}.',
  },
} as const;

function playAnimal(scene: Scene): Item {
  const { language: l, random } = scene;
  const lines = animalLines[l];
  const sounding = animals.filter((animal) => soundOf(animal, l) !== '-');
  const played = (it: Animal, template: string): string => {
    const slots = {
      a: indefinite(it, l),
      sound: capitalise(soundOf(it, l)),
      home: kind(homes, it.home, l),
    };
    return contract(fill(template, slots), l);
  };
  const item = (it: Animal, ask: string, next?: () => Item): Item =>
    text('play animal', played(it, ask), played(it, lines.speak), next);
  return item(random.pick(sounding), wording(scene, lines.asks), () =>
    item(random.pick(sounding), lines.again),
  );
}

const jobLines = {
  en: {
    asks: [
      'You are {who} the {job}. Say who you are.',
      'Pretend you are {who} the {job} and speak.',
      'Introduce yourself as {who} the {job}.',
    ],
    again: 'Now you are {who} the {job}.',
    speak: 'I am {who} the {job}. I work in the {place}.',
  },
  es: {
    asks: [
      'Eres {who}, {job}. Di quién eres.',
      'Imagina que eres {who}, {job}, y habla.',
      'Preséntate como {who}, {job}.',
      'Habla como {who}, {job}.',
    ],
    again: 'Ahora eres {who}, {job}.',
    speak: 'Soy {who}, {job}. Trabajo {place}.',
  },
  fr: {
    asks: [
      'Tu es {who}, {job}. Dis qui tu es.',
      'Imagine que tu es {who}, {job}, et parle.',
      'Présente-toi comme {who}, {job}.',
      'Parle comme {who}, {job}.',
    ],
    again: 'Maintenant tu es {who}, {job}.',
    speak: 'Je suis {who}, {job}. Je travaille {place}.',
  },
} as const;

function playJob(scene: Scene): Item {
  const { language: l } = scene;
  const lines = jobLines[l];
  const item = (ask: string, next?: () => Item): Item => {
    const work = scene.random.pick(jobs);
    const who = name(scene);
    const slots = {
      en: { who, job: work.job, place: work.place },
      es: { who, job: isWoman(who) ? work.esWoman : work.es, place: work.esAt },
      fr: { who, job: isWoman(who) ? work.frWoman : work.fr, place: work.frAt },
    }[l];
    return text('play job', fill(ask, slots), fill(lines.speak, slots), next);
  };
  return item(wording(scene, lines.asks), () => item(lines.again));
}

export const roleplayTasks: readonly Task[] = [
  { name: 'play animal', kind: 'roleplay', weight: 4, languages, draw: playAnimal },
  { name: 'play job', kind: 'roleplay', weight: 3, languages, draw: playJob },
];
