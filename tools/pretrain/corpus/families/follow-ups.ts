import type { Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise } from '../text.ts';
import type { Item } from '../tasks/task.ts';

type Change =
  'capitals' | 'again' | 'shorter' | 'sentence' | 'list' | 'more' | 'twice' | 'small' | 'last';

/** How people ask for the same answer in another form. */
const asks: Record<Language, Partial<Record<Change, readonly string[]>>> = {
  en: {
    capitals: [
      'Write that in capital letters.',
      'Now in capital letters.',
      'In capitals, please.',
      'Say it in upper case.',
      'Make it all capitals.',
    ],
    again: ['Repeat that.', 'Say that again.', 'Once more, please.', 'What did you say?'],
    shorter: [
      'Only the short answer.',
      'Shorter, please.',
      'Make it shorter.',
      'In as few words as possible.',
      'Just the answer.',
    ],
    sentence: [
      'Say it in a full sentence.',
      'Write that as a sentence.',
      'Use a whole sentence.',
      'Make a sentence of it.',
    ],
    list: [
      'As a list, please.',
      'Now as a list.',
      'Write that as a list.',
      'Put each on its own line.',
    ],
    more: ['Tell me more.', 'Say a bit more.', 'Anything else?', 'Can you add something?'],
    twice: ['Say it twice.', 'Write that two times.', 'Now twice.'],
    small: ['Now in small letters.', 'No capital letters, please.', 'Write that in lower case.'],
    last: ['Only the last one.', 'Which was the last?', 'Give me the last one only.'],
  },
  es: {
    capitals: ['Ahora en mayúsculas.', 'Escríbelo en mayúsculas.', 'En mayúsculas, por favor.'],
    again: ['Repite eso.', 'Dilo otra vez.', 'Una vez más.'],
    shorter: ['Más corto, por favor.', 'Solo la respuesta.', 'Dilo más corto.'],
    sentence: ['Dilo en una frase.', 'Escribe una frase completa.'],
    list: ['Ahora como lista.', 'En una lista, por favor.'],
  },
  fr: {
    capitals: [
      'Maintenant en majuscules.',
      'Écris-le en majuscules.',
      "En majuscules, s'il te plaît.",
    ],
    again: ['Répète.', 'Dis-le encore.', 'Encore une fois.'],
    shorter: ['Plus court.', 'Juste la réponse.', 'Fais plus court.'],
    sentence: ['Dis-le en une phrase.', 'Fais une phrase complète.'],
    list: ['Maintenant en liste.', "En liste, s'il te plaît."],
  },
};

function changed(change: Change, item: Item, answer: string): string | undefined {
  const long = answer.length > 60;
  switch (change) {
    case 'capitals':
      return long ? undefined : answer.toUpperCase();
    case 'small':
      return long ? undefined : answer.toLowerCase();
    case 'again':
      return answer.length > 160 ? undefined : answer;
    case 'shorter':
      return item.short.length < answer.length ? item.short : undefined;
    case 'sentence':
      return item.full !== answer ? item.full : undefined;
    case 'list':
      return item.parts?.map((part) => `- ${part}`).join('\n');
    case 'more':
      return item.more;
    case 'twice':
      return item.short.length > 24 ? undefined : `${capitalise(item.short)} ${item.short}`;
    case 'last':
      return item.parts?.at(-1);
  }
}

/** The first answer in another form, or undefined where no change of this language fits it. */
export function changeOf(scene: Scene, item: Item, answer: string): Item | undefined {
  const possible = scene.random.shuffle(Object.keys(asks[scene.language]) as Change[]);
  for (const change of possible) {
    const text = changed(change, item, answer);
    if (text === undefined) continue;
    const query = wording(scene, asks[scene.language][change] ?? []);
    return { task: `change: ${change}`, query, short: text, full: text };
  }
  return undefined;
}
