import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { days } from '../words/calendar.ts';
import { name, nouns, someNames } from '../words/index.ts';
import { colours, kind } from '../words/names-of-kinds.ts';
import { definite, indefinite, type Noun } from '../words/nouns.ts';
import { adjectives, deeds, jobs, places, possessions } from '../words/people.ts';
import type { Item, Task } from './task.ts';

const text = (task: string, query: string, answer: string, next?: () => Item): Item => ({
  task,
  query,
  short: answer,
  full: answer,
  ...(next && { next }),
});

type WorldNoun = (typeof nouns)[number];
const solid: readonly WorldNoun[] = nouns.filter(
  (noun) => noun.size !== '-' && !['star', '-'].includes(noun.group),
);

/** A plain sentence about a noun of the world. */
export function sentence(scene: Scene, noun: WorldNoun = scene.random.pick(solid)): string {
  const { random, language } = scene;
  const slots = {
    a: indefinite(noun, language),
    the: definite(noun, language),
    adjective: random.pick(adjectives),
    place: random.pick(places),
    who: name(scene),
    other: name(scene),
    colour: noun.colour === '-' ? '' : kind(colours, noun.colour, language),
    x: noun.en,
  };
  const templates = {
    en: [
      'The {adjective} {x} is in the {place}.',
      '{who} sees {a} in the {place}.',
      '{who} and {other} look at the {x}.',
      'One day {who} finds {a} near the {place}.',
      'I like the {x} because it is {adjective}.',
      'The {colour} {x} belongs to {who}.',
      'There is {a} behind the {place}.',
    ],
    es: [
      'Hoy veo {a} en el jardín.',
      '{who} mira {the}.',
      'Me gusta {the} de color {colour}.',
      '{the} está en la casa.',
      '{who} y {other} tienen {a}.',
    ],
    fr: [
      'Je vois {a} dans le jardin.',
      '{who} regarde {the}.',
      "J'aime {the} de couleur {colour}.",
      '{the} est dans la maison.',
      '{who} et {other} ont {a}.',
    ],
  }[language];
  return capitalise(contract(fill(random.pick(templates), slots), language));
}

const sentenceAsks = {
  en: [
    'Write a sentence about {a}.',
    'Make a sentence with the word {x}.',
    'Write one line about {a}.',
    'Use the word {x} in a sentence.',
    'Say something about {a}.',
  ],
  es: ['Escribe una frase sobre {a}.', 'Haz una frase con {a}.', 'Di algo sobre {a}.'],
  fr: ['Écris une phrase sur {a}.', 'Fais une phrase avec {a}.', 'Dis quelque chose sur {a}.'],
} as const;
const sentenceAgain = {
  en: ['Now about {a}.', 'And one about {a}.'],
  es: ['Ahora sobre {a}.'],
  fr: ['Maintenant sur {a}.'],
} as const;

function sentenceItem(scene: Scene, asks: readonly string[] = sentenceAsks[scene.language]): Item {
  const noun = scene.random.pick(solid);
  const slots = { a: indefinite(noun, scene.language), x: noun.en };
  return text('sentence', fill(wording(scene, asks), slots), sentence(scene, noun), () =>
    sentenceItem(scene, sentenceAgain[scene.language]),
  );
}

/** A story of four or five sentences about two animals or things. */
export function storyOf(scene: Scene, a: Noun, b: Noun): string {
  const { random } = scene;
  const slots = {
    a: withArticle(a.en),
    b: withArticle(b.en),
    x: a.en,
    y: b.en,
    who: name(scene),
    place: random.pick(places),
    adjective: random.pick(adjectives),
    deed: random.pick(deeds),
  };
  return fill(
    random.pick([
      'Once there was {a} who lived near the {place}. One day the {x} met {b}. At first they were shy. Then they began to {deed} together. From that day on they were friends.',
      '{who} had {a}. One morning {who} found {b} in the {place}. The {x} was very {adjective}. {who} took them both home.',
      'The {x} saw the {y} near the {place}. The {y} said hello. They wanted to {deed} all day. In the evening they were tired but happy.',
      'Long ago, {a} lost its way in the {place}. It was dark and cold. Then {b} showed the way home. The {x} never forgot this.',
    ]),
    slots,
  );
}

const storyAsks = [
  'Write a story about {a} and {b}.',
  'Tell a short story with {a} and {b}.',
  'Tell me a story about {a} and {b}.',
  'Write a short tale about {a} and {b}.',
];
const oneStoryAsks = [
  'Write a story about {a}.',
  'Tell me a story about {a}.',
  'Tell a short story with {a}.',
  'Write a short tale about {a}.',
];

function story(scene: Scene): Item {
  const [a, b] = scene.random.sample<Noun>(animals, 2) as [Noun, Noun];
  const slots = { a: withArticle(a.en), b: withArticle(b.en) };
  const asks = scene.random.chance(0.5) ? storyAsks : oneStoryAsks;
  return text('story', fill(wording(scene, asks), slots), storyOf(scene, a, b), () => {
    const c = scene.random.pick(animals);
    return text('story', `Now about ${withArticle(c.en)}.`, storyOf(scene, c, a));
  });
}

const poems = [
  ['cat', 'hat', 'A little {c} cat\nsat on a hat.'],
  ['dog', 'fog', 'A happy old dog\nran into the fog.'],
  ['sea', 'free', 'I look at the sea\nand feel so free.'],
  ['moon', 'soon', 'I see the moon.\nThe night comes soon.'],
  ['sun', 'fun', 'Here is the sun.\nNow we have fun.'],
  ['tree', 'bee', 'Up in the tree\nthere sings a bee.'],
  ['rain', 'train', 'I hear the rain\nfall on the train.'],
  ['mouse', 'house', 'A small grey mouse\nlives in my house.'],
  ['star', 'far', 'A bright white star\nshines from afar.'],
  ['snow', 'go', 'Soft falls the snow\nwherever I go.'],
  ['bear', 'chair', 'A big brown bear\nsat on a chair.'],
  ['friend', 'end', 'With a good friend\nthe day has no end.'],
] as const;

function poem(scene: Scene): Item {
  const [about, , verse] = scene.random.pick(poems);
  const asks = [
    'Write a poem about the {x}.',
    'Write two lines that rhyme about the {x}.',
    'Make a little rhyme with the word {x}.',
    'Write a short poem with {x}.',
  ];
  return text(
    'poem',
    fill(wording(scene, asks), { x: about }),
    fill(verse, { c: scene.random.pick(['black', 'white', 'grey']) }),
    () => poem(scene),
  );
}

const mails = [
  {
    about: 'to thank {who} for the {o}',
    body: 'Dear {who},\nthank you for the {o}. I like it very much.\nYours, {me}',
  },
  {
    about: 'to invite {who} to my party on {day}',
    body: 'Dear {who},\nplease come to my party on {day}. I hope to see you there.\nYours, {me}',
  },
  {
    about: 'to tell {who} that I am ill',
    body: 'Dear {who},\nI am ill and cannot come today. I am sorry.\nYours, {me}',
  },
  {
    about: 'to say sorry to {who}',
    body: 'Dear {who},\nI am sorry for my mistake. It will not happen again.\nYours, {me}',
  },
  {
    about: 'to ask {who} for a meeting on {day}',
    body: 'Dear {who},\ncould we meet on {day}? Please let me know.\nYours, {me}',
  },
  {
    about: 'to wish {who} a happy birthday',
    body: 'Dear {who},\nhappy birthday! I wish you a wonderful day.\nYours, {me}',
  },
] as const;

function mail(scene: Scene): Item {
  const { random } = scene;
  const [who = '', me = ''] = someNames(scene, 2);
  const { about, body } = random.pick(mails);
  const slots = { who, me, o: random.pick(possessions), day: random.pick(days.en) };
  const asks = [
    'Write an email {about}.',
    'Write a short letter {about}.',
    'Write a message {about}.',
    'Help me write a note {about}.',
  ];
  return text(
    'mail',
    `${fill(wording(scene, asks), { about: fill(about, slots) })} My name is ${me}.`,
    fill(body, slots),
    () =>
      text(
        'mail',
        'Make it shorter.',
        fill(
          random.pick(['Dear {who}, see you soon. {me}', 'Dear {who}, all the best. {me}']),
          slots,
        ),
      ),
  );
}

const sounding = animals.filter((animal) => animal.sound !== '-' && animal.sound !== 'song');

function playAnimal(scene: Scene): Item {
  const animal = scene.random.pick(sounding);
  const speak = (it: (typeof animals)[number]): string =>
    `I am ${withArticle(it.en)}. ${capitalise(it.sound)}! I live in the ${it.home}.`;
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

function describe(scene: Scene): Item {
  const { random } = scene;
  const animal = random.pick(animals);
  const full = `${capitalise(withArticle(animal.en))} is a ${animal.colour} ${animal.group} with ${animal.legs} legs.`;
  const asks = [
    'What is {a}?',
    'Tell me about {a}.',
    'Describe {a}.',
    'Explain what {a} is.',
    'What do you know about {a}?',
    'Give me a fact about {a}.',
  ];
  return {
    task: 'describe',
    query: fill(wording(scene, asks), { a: withArticle(animal.en) }),
    short: `a ${animal.colour} ${animal.group}`,
    full,
    more: `It lives in the ${animal.home}.`,
    next: () => describe(scene),
  };
}

export const writingTasks: readonly Task[] = [
  {
    name: 'sentence',
    kind: 'writing',
    weight: 4,
    languages: ['en', 'es', 'fr'],
    draw: (scene) => sentenceItem(scene),
  },
  { name: 'story', kind: 'writing', weight: 2, languages: ['en'], draw: story },
  { name: 'poem', kind: 'writing', weight: 1.5, languages: ['en'], draw: poem },
  { name: 'mail', kind: 'writing', weight: 2, languages: ['en'], draw: mail },
  { name: 'play animal', kind: 'roleplay', weight: 2, languages: ['en'], draw: playAnimal },
  { name: 'play job', kind: 'roleplay', weight: 1.5, languages: ['en'], draw: playJob },
  { name: 'describe', kind: 'stem', weight: 4, languages: ['en'], draw: describe },
];
