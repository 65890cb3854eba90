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
        asks: ['Which do you keep: {q}?', 'Keep one of these: {q}.', 'Which one do you keep: {q}?'],
        tell: 'I keep {v}.',
        again: 'And {q}?',
      },
      es: {
        asks: ['¿Qué guardas: {q}?', 'Guarda una cosa: {q}.', '¿Qué cosa guardas: {q}?'],
        tell: 'Guardo {v}.',
        again: '¿Y {q}?',
      },
      fr: {
        asks: ['Que gardes-tu : {q} ?', 'Garde une chose : {q}.', 'Quelle chose gardes-tu : {q} ?'],
        tell: 'Je garde {v}.',
        again: 'Et {q} ?',
      },
    },
  },
  threshold: {
    category: 'math',
    texts: {
      en: {
        asks: ['Which sign goes with {q}?', 'Show the sign for {q}.', 'What is the sign for {q}?'],
        tell: 'The sign for {q} is {v}.',
        again: 'And {q}?',
      },
      es: {
        asks: ['¿Qué signo va con {q}?', 'Muestra el signo para {q}.', '¿Qué signo tiene {q}?'],
        tell: 'El signo para {q} es {v}.',
        again: '¿Y {q}?',
      },
      fr: {
        asks: ['Quel signe va avec {q} ?', 'Montre le signe pour {q}.', 'Quel signe a {q} ?'],
        tell: 'Le signe pour {q} est {v}.',
        again: 'Et {q} ?',
      },
    },
  },
  field: {
    category: 'extraction',
    texts: {
      en: {
        asks: ['Copy from this card: {q}.', 'What do I copy: {q}?', 'What do I copy here: {q}?'],
        tell: 'I copy {v}.',
        again: 'And from this card: {q}?',
      },
      es: {
        asks: ['Copia de esta ficha: {q}.', '¿Qué copio: {q}?', '¿Qué copio aquí: {q}?'],
        tell: 'Yo copio {v}.',
        again: '¿Y de esta ficha: {q}?',
      },
      fr: {
        asks: ['Copie de cette fiche : {q}.', 'Que copier : {q} ?', 'Que copier ici : {q} ?'],
        tell: 'Je copie {v}.',
        again: 'Et de cette fiche : {q} ?',
      },
    },
  },
  size: {
    category: 'reasoning',
    texts: {
      en: {
        asks: ['Which number wins: {q}?', 'Find the winner: {q}.', 'Which one wins: {q}?'],
        tell: 'The winner is {v}.',
        again: 'The same game with {q}, please.',
      },
      es: {
        asks: ['¿Qué número gana: {q}?', 'Busca el ganador: {q}.', '¿Cuál gana: {q}?'],
        tell: 'El ganador es {v}.',
        again: 'El mismo juego con {q}, por favor.',
      },
      fr: {
        asks: ['Quel nombre gagne : {q} ?', 'Trouve le gagnant : {q}.', 'Lequel gagne : {q} ?'],
        tell: 'Le gagnant est {v}.',
        again: "Le même jeu avec {q}, s'il te plaît.",
      },
    },
  },
  length: {
    category: 'writing',
    texts: {
      en: {
        asks: ['Which word do I print: {q}?', 'Print a word: {q}.', 'Which word is printed: {q}?'],
        tell: 'I print the word {v}.',
        again: 'And what do I print of {q}?',
      },
      es: {
        asks: [
          '¿Qué palabra imprimo: {q}?',
          'Imprime una palabra: {q}.',
          '¿Qué palabra se imprime: {q}?',
        ],
        tell: 'Imprimo la palabra {v}.',
        again: '¿Y qué imprimo de {q}?',
      },
      fr: {
        asks: [
          'Quel mot faut-il imprimer : {q} ?',
          'Imprime un mot : {q}.',
          'Quel mot imprimer : {q} ?',
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
        asks: [
          'What goes on the wall: {q}?',
          'Hang up one of {q}.',
          'What hangs on the wall: {q}?',
        ],
        tell: 'On the wall goes {v}.',
        again: 'And which of {q}?',
      },
      es: {
        asks: ['¿Qué va en la pared: {q}?', 'Cuelga uno de {q}.', '¿Cuál va en la pared: {q}?'],
        tell: 'En la pared va {v}.',
        again: '¿Y cuál de {q}?',
      },
      fr: {
        asks: [
          'Que met-on au mur : {q} ?',
          'Mets au mur un de {q}.',
          'Lequel met-on au mur : {q} ?',
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
        asks: ['What does {q} return?', 'Call {q}.', 'What do I get from {q}?'],
        tell: 'The call returns {v}.',
        again: 'The same question about {q}, please.',
      },
      es: {
        asks: ['¿Qué devuelve {q}?', 'Llama a {q}.', '¿Qué recibo de {q}?'],
        tell: 'La llamada devuelve {v}.',
        again: 'La misma pregunta con {q}, por favor.',
      },
      fr: {
        asks: ['Que renvoie {q} ?', 'Appelle {q}.', 'Que reçoit-on de {q} ?'],
        tell: "L'appel renvoie {v}.",
        again: "La même question avec {q}, s'il te plaît.",
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
          'Referee, who begins? {q}.',
        ],
        tell: 'I let {v} begin.',
        again: 'And here: {q}?',
      },
      es: {
        asks: [
          'Eres el árbitro: {q}. ¿Quién empieza?',
          'Árbitro, {q}. ¿A quién le toca?',
          'Árbitro, ¿quién empieza? {q}.',
        ],
        tell: 'Dejo empezar a {v}.',
        again: '¿Y aquí: {q}?',
      },
      fr: {
        asks: [
          'Tu es arbitre : {q}. Qui commence ?',
          'Arbitre, {q}. À qui le tour ?',
          'Arbitre, qui commence ? {q}.',
        ],
        tell: 'Je laisse {v} commencer.',
        again: 'Et ici : {q} ?',
      },
    },
  },
};
