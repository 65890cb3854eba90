import type { Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise } from '../text.ts';
import type { Item } from '../tasks/task.ts';

type Change =
  'capitals' | 'again' | 'shorter' | 'sentence' | 'list' | 'more' | 'twice' | 'small' | 'last';

/** How people ask for the same answer in another form. */
export const asks: Record<Language, Partial<Record<Change, readonly string[]>>> = {
  en: {
    capitals: [
      'Write that in capital letters.',
      'Now in capital letters.',
      'In capitals, please.',
      'Say it in upper case.',
      'Make it all capitals.',
      'Can you put it in capitals?',
      'I want that in capital letters.',
    ],
    again: ['Repeat that.', 'Say that again.', 'Once more, please.', 'What did you say?'],
    shorter: [
      'Only the short answer.',
      'Shorter, please.',
      'Make it shorter.',
      'In as few words as possible.',
      'Just the answer.',
      'No sentence, only the answer.',
      'Give only the short answer, please.',
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
      'Make a list of it.',
      'Can I have that as a list?',
    ],
    more: ['Tell me more.', 'Say a bit more.', 'Anything else?', 'Can you add something?'],
    twice: ['Say it twice.', 'Write that two times.', 'Now twice.'],
    small: [
      'Now in small letters.',
      'No capital letters, please.',
      'Write that in lower case.',
      'In small letters, please.',
      'Make it all small letters.',
    ],
    last: ['Only the last one.', 'Which was the last?', 'Give me the last one only.'],
  },
  es: {
    capitals: [
      'Escríbelo en mayúsculas.',
      'Ahora en mayúsculas.',
      'En mayúsculas, por favor.',
      'Ponlo todo en mayúsculas.',
      'Quiero eso en mayúsculas.',
    ],
    again: ['Repite eso.', 'Dilo otra vez.', 'Una vez más.'],
    shorter: [
      'Solo la respuesta.',
      'Más corto, por favor.',
      'Dilo más corto.',
      'Sin frase, solo la respuesta.',
      'Da solo la respuesta corta.',
    ],
    sentence: ['Dilo en una frase.', 'Escribe una frase completa.', 'Haz una frase con eso.'],
    list: [
      'Ahora como lista.',
      'En una lista, por favor.',
      'Escríbelo en una lista.',
      'Haz una lista.',
    ],
    small: [
      'Ahora en minúsculas.',
      'En minúsculas, por favor.',
      'Escríbelo sin mayúsculas.',
      'Ponlo todo en minúsculas.',
    ],
    last: ['Solo lo último.', 'Di solo el último.'],
  },
  fr: {
    capitals: [
      'Écris-le en majuscules.',
      'Maintenant en majuscules.',
      "En majuscules, s'il te plaît.",
      'Mets tout en majuscules.',
      'Je veux cela en majuscules.',
    ],
    again: ['Répète.', 'Dis-le encore.', 'Encore une fois.'],
    shorter: [
      'Juste la réponse.',
      'Plus court.',
      'Fais plus court.',
      'Sans phrase, juste la réponse.',
      'Donne seulement la réponse courte.',
    ],
    sentence: ['Dis-le en une phrase.', 'Fais une phrase complète.', 'Fais-en une phrase.'],
    list: [
      'Maintenant en liste.',
      "En liste, s'il te plaît.",
      'Écris cela en liste.',
      'Fais une liste.',
    ],
    small: [
      'Maintenant en minuscules.',
      "En minuscules, s'il te plaît.",
      'Écris-le sans majuscules.',
      'Mets tout en minuscules.',
    ],
    last: ['Seulement le dernier.', 'Dis juste le dernier.'],
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
