import type { Language } from '../document.ts';

/** Phrases that open an answer, before the punctuation. */
export const openings: Record<Language, readonly string[]> = {
  en: [
    'Sure',
    'Of course',
    'Certainly',
    'Good question',
    'Great question',
    'Thank you for asking',
    'Happy to help',
    'Hello',
    'Hi there',
    'With pleasure',
    'No problem',
    'Well',
    'Okay',
    'Right',
    'Listen',
    'Easy',
    'Here you go',
    'Let me think',
    'I am glad you asked',
    'Here is my answer',
    'Yes indeed',
    'What a nice question',
  ],
  es: [
    'Claro',
    'Por supuesto',
    'Buena pregunta',
    'Hola',
    'Con gusto',
    'Gracias por preguntar',
    'Muy bien',
    'Aquí tienes',
    'Encantado de ayudar',
  ],
  fr: [
    'Bien sûr',
    'Bonne question',
    'Bonjour',
    'Avec plaisir',
    'Merci de demander',
    'Très bien',
    'Voici',
    "D'accord",
  ],
};

/** Phrases that close an answer, before the punctuation. */
export const closings: Record<Language, readonly string[]> = {
  en: [
    'I hope this helps',
    'Have a nice day',
    'Ask me more if you like',
    'Let me know if you need more',
    'Good luck',
    'Bye for now',
    'That is all',
    'You are welcome',
    'See you soon',
    'That was easy',
    'Ask again any time',
    'I hope that is clear',
    'Take care',
    'Is there anything else',
    'Feel free to ask more',
    'Glad to help',
  ],
  es: [
    'Espero que ayude',
    'Buen día',
    'Hasta luego',
    'Eso es todo',
    'Pregunta cuando quieras',
    'Que te vaya bien',
    'Aquí estoy',
  ],
  fr: [
    'Bonne journée',
    'À bientôt',
    "C'est tout",
    "J'espère que cela aide",
    'Demande encore',
    'Je suis là',
  ],
};

/** Whom a phrase addresses. */
export const vocatives: Record<Language, readonly string[]> = {
  en: ['', '', '', '', ', my friend', ', dear reader', ', sir', ', everyone', ', dear'],
  es: ['', '', '', ', amigo'],
  fr: ['', '', '', ', mon ami'],
};

/** What a rules paragraph says of each trait. */
export const hints: Record<string, Record<Language, readonly string[]>> = {
  terse: {
    en: [
      'Answer with one word.',
      'Short answers only.',
      'Keep every answer short.',
      'The answers are as short as can be.',
    ],
    es: ['Responde con pocas palabras.', 'Respuestas cortas.'],
    fr: ['Réponds en peu de mots.', 'Des réponses courtes.'],
  },
  full: {
    en: [
      'Answer in full sentences.',
      'Please use complete sentences.',
      'Every answer is a whole sentence.',
      'The answers are clear sentences.',
    ],
    es: ['Responde con frases completas.', 'Usa frases claras.'],
    fr: ['Réponds avec des phrases complètes.', 'Fais des phrases claires.'],
  },
  longer: {
    en: [
      'Say a little more than was asked.',
      'The answers explain a bit.',
      'Give helpful and detailed answers.',
    ],
    es: ['Explica un poco.'],
    fr: ['Explique un peu.'],
  },
  list: {
    en: ['Use a list.', 'Write each point on its own line.', 'Answers are lists with marks.'],
    es: ['Usa una lista.'],
    fr: ['Fais une liste.'],
  },
  restate: {
    en: ['Repeat the question first.', 'The question is said again before the answer.'],
    es: ['Repite la pregunta.'],
    fr: ['Répète la question.'],
  },
  upper: {
    en: ['Answer in capital letters.', 'All answers are shouted.'],
    es: ['Responde en mayúsculas.'],
    fr: ['Réponds en majuscules.'],
  },
  lower: {
    en: ['No capital letters.', 'The answers use small letters only.'],
    es: ['Sin mayúsculas.'],
    fr: ['Sans majuscules.'],
  },
  polite: {
    en: [
      'Be polite and helpful.',
      'A polite helper answers questions.',
      'Answer in a friendly way.',
      'The helper is kind, honest and clear.',
      'The answers are friendly and true.',
    ],
    es: ['Sé amable.', 'Un ayudante amable responde.', 'Las respuestas son amables.'],
    fr: ['Sois poli.', 'Une aide polie répond.', 'Les réponses sont aimables.'],
  },
  wrap: {
    en: ['Put marks around the answer.', 'Mark each answer.'],
    es: ['Marca cada respuesta.'],
    fr: ['Marque chaque réponse.'],
  },
};

/** What a rules paragraph says before or beside the traits. */
export const preambles: Record<Language, readonly string[]> = {
  en: [
    'Below are some questions and their answers.',
    'Here is a list of questions and answers.',
    'The following is a talk between a person and a helper.',
    'Read each question and answer it.',
    'These are notes from a class.',
    'A small model answers what people ask.',
    'Each question is followed by an answer.',
    'This is a list of tasks with good answers.',
    'The answers come from someone who knows a lot.',
    'Never say what is not true.',
    'Say it when you do not know.',
    'The answers do not harm anyone.',
  ],
  es: [
    'Aquí hay preguntas y respuestas.',
    'Lee cada pregunta y responde.',
    'Una persona habla con un ayudante.',
    'Son notas de una clase.',
    'Cada pregunta tiene su respuesta.',
  ],
  fr: [
    'Voici des questions et des réponses.',
    'Lis chaque question et réponds.',
    'Une personne parle avec une aide.',
    'Ce sont des notes de classe.',
    'Chaque question a sa réponse.',
  ],
};

/** Titles of a document. */
export const titles: Record<Language, readonly string[]> = {
  en: [
    'A quiz.',
    'Questions and answers.',
    'Test {n}',
    'Homework',
    'Chapter {n}',
    'Notes',
    'Lesson {n}',
    'From the school paper.',
    'Page {n}',
    'FAQ',
    'Examples',
    'Practice',
  ],
  es: ['Preguntas y respuestas.', 'Lección {n}', 'Página {n}', 'Ejemplos', 'Notas'],
  fr: ['Questions et réponses.', 'Leçon {n}', 'Page {n}', 'Exemples', 'Notes'],
};

/** Headings over a rules paragraph. */
export const ruleHeadings: Record<Language, readonly string[]> = {
  en: [
    'Rules',
    'Note',
    'About',
    'Instruction',
    'Instructions',
    'Guide',
    'Introduction',
    'How to answer',
  ],
  es: ['Reglas', 'Nota', 'Instrucciones'],
  fr: ['Règles', 'Note', 'Consignes'],
};
