import type { Category } from '../item.ts';
import type { InLanguages } from '../say.ts';

/** How a rule's examples are asked (the last for the bench itself), answered, and asked again. */
export interface RuleTexts {
  asks: readonly string[];
  tell: string;
  again: string;
}

/** The eight rules: {q} is what the question shows, {v} what the rule makes of it. */
export const ruleTexts: Record<string, { category: Category; texts: InLanguages<RuleTexts> }> = {
  kind: {
    category: 'stem',
    texts: {
      en: {
        asks: ['Which do you keep: {q}?', 'Keep one of these: {q}.', 'Which one stays: {q}?'],
        tell: 'I keep {v}.',
        again: 'And now which: {q}?',
      },
      es: {
        asks: ['¿Qué guardas: {q}?', 'Guarda una cosa: {q}.', '¿Cuál se queda: {q}?'],
        tell: 'Guardo {v}.',
        again: '¿Y ahora cuál: {q}?',
      },
      fr: {
        asks: ['Que gardes-tu : {q} ?', 'Garde une chose : {q}.', 'Lequel reste ici : {q} ?'],
        tell: 'Je garde {v}.',
        again: 'Et maintenant lequel : {q} ?',
      },
    },
  },
  threshold: {
    category: 'math',
    texts: {
      en: {
        asks: ['Which sign goes with {q}?', 'Show the sign for {q}.', 'What sign belongs to {q}?'],
        tell: 'The sign for {q} is {v}.',
        again: 'And what sign goes with {q}?',
      },
      es: {
        asks: ['¿Qué signo va con {q}?', 'Muestra el signo para {q}.', '¿Qué signo toca con {q}?'],
        tell: 'El signo para {q} es {v}.',
        again: '¿Y qué signo va con {q}?',
      },
      fr: {
        asks: ['Quel signe va avec {q} ?', 'Montre le signe pour {q}.', 'Quel signe suit {q} ?'],
        tell: 'Le signe pour {q} est {v}.',
        again: 'Et quel signe va avec {q} ?',
      },
    },
  },
  field: {
    category: 'extraction',
    texts: {
      en: {
        asks: ['Copy from this card: {q}.', 'What matters here: {q}?', 'What do I copy here: {q}?'],
        tell: 'I copy {v}.',
        again: 'And from this card: {q}?',
      },
      es: {
        asks: ['Copia de esta ficha: {q}.', '¿Qué importa aquí: {q}?', '¿Qué copio aquí: {q}?'],
        tell: 'Yo copio {v}.',
        again: '¿Y de esta ficha: {q}?',
      },
      fr: {
        asks: ['Copie de cette fiche : {q}.', "Qu'importe ici : {q} ?", 'Que copier ici : {q} ?'],
        tell: 'Je copie {v}.',
        again: 'Et de cette fiche : {q} ?',
      },
    },
  },
  size: {
    category: 'reasoning',
    texts: {
      en: {
        asks: ['Which number wins: {q}?', 'Find the winner: {q}.', 'Who of these wins: {q}?'],
        tell: 'The winner is {v}.',
        again: 'And which wins of {q}?',
      },
      es: {
        asks: ['¿Qué número gana: {q}?', 'Busca el ganador: {q}.', '¿Cuál de estos gana: {q}?'],
        tell: 'El ganador es {v}.',
        again: '¿Y cuál gana de {q}?',
      },
      fr: {
        asks: [
          'Quel nombre gagne : {q} ?',
          'Trouve le gagnant : {q}.',
          "Lequel de ceux-ci l'emporte : {q} ?",
        ],
        tell: 'Le gagnant est {v}.',
        again: 'Et lequel gagne parmi {q} ?',
      },
    },
  },
  length: {
    category: 'writing',
    texts: {
      en: {
        asks: ['Which word do I print: {q}?', 'Print a word: {q}.', 'What gets printed of {q}?'],
        tell: 'I print the word {v}.',
        again: 'And what do I print of {q}?',
      },
      es: {
        asks: [
          '¿Qué palabra imprimo: {q}?',
          'Imprime una palabra: {q}.',
          '¿Qué se imprime de {q}?',
        ],
        tell: 'Imprimo la palabra {v}.',
        again: '¿Y qué imprimo de {q}?',
      },
      fr: {
        asks: [
          'Quel mot faut-il imprimer : {q} ?',
          'Imprime un mot : {q}.',
          'Lequel imprimer de {q} ?',
        ],
        tell: 'Je veux imprimer le mot {v}.',
        again: 'Et que faut-il imprimer de {q} ?',
      },
    },
  },
  map: {
    category: 'humanities',
    texts: {
      en: {
        asks: ['What goes on the wall: {q}?', 'Hang up one of {q}.', 'Which do we hang up: {q}?'],
        tell: 'On the wall goes {v}.',
        again: 'And which of {q}?',
      },
      es: {
        asks: ['¿Qué va en la pared: {q}?', 'Cuelga uno de {q}.', '¿Cuál colgamos: {q}?'],
        tell: 'En la pared va {v}.',
        again: '¿Y cuál de {q}?',
      },
      fr: {
        asks: [
          'Que met-on au mur : {q} ?',
          'Mets au mur un de {q}.',
          'Lequel mettre au mur : {q} ?',
        ],
        tell: 'Au mur on met {v}.',
        again: 'Et lequel de {q} ?',
      },
    },
  },
  place: {
    category: 'coding',
    texts: {
      en: {
        asks: ['What does {q} return?', 'Call {q}.', 'Which value comes back from {q}?'],
        tell: 'The call returns {v}.',
        again: 'And what comes back from {q}?',
      },
      es: {
        asks: ['¿Qué devuelve {q}?', 'Llama a {q}.', '¿Qué valor se obtiene de {q}?'],
        tell: 'La llamada devuelve {v}.',
        again: '¿Y qué se obtiene de {q}?',
      },
      fr: {
        asks: ['Que renvoie {q} ?', 'Appelle {q}.', 'Quelle valeur obtient-on de {q} ?'],
        tell: "L'appel renvoie {v}.",
        again: "Et qu'obtient-on de {q} ?",
      },
    },
  },
  turn: {
    category: 'roleplay',
    texts: {
      en: {
        asks: [
          'You are the referee: {q}. Who begins?',
          'Referee, {q}. Whose turn is it?',
          'Referee, who may begin? {q}.',
        ],
        tell: 'I let {v} begin.',
        again: 'And here: {q}?',
      },
      es: {
        asks: [
          'Eres el árbitro: {q}. ¿Quién empieza?',
          'Árbitro, {q}. ¿A quién le toca?',
          'Árbitro, ¿quién puede empezar? {q}.',
        ],
        tell: 'Dejo empezar a {v}.',
        again: '¿Y aquí: {q}?',
      },
      fr: {
        asks: [
          'Tu es arbitre : {q}. Qui commence ?',
          'Arbitre, {q}. À qui le tour ?',
          'Arbitre, qui peut commencer ? {q}.',
        ],
        tell: 'Je laisse {v} commencer.',
        again: 'Et ici : {q} ?',
      },
    },
  },
};
