import { promptSet } from './prompt-set.ts';

/** The project's judge prompts in Spanish. */
export const es = promptSet({
  language: 'es',
  rater: 'Calificas respuestas. Eres exigente y no prefieres las largas.',
  comparer:
    'Comparas dos respuestas. Eres exigente, no prefieres las largas, y el orden en que aparecen no te dice nada.',
  look: '¿Se ha hecho lo que se pedía? ¿Es verdad, es claro y no añade nada que nadie pidió?',
  reference:
    'Se da una respuesta correcta: la que llega a otro resultado es errónea, por bien escrita que esté.',
  second: 'La conversación tiene dos turnos: juzga el último, conociendo el primero.',
  rating:
    'Empieza tu respuesta con un número entero de 1 (inútil) a 10 (inmejorable) de esta forma: «Nota: [[5]]». Después di en una frase por qué.',
  verdict:
    'Empieza tu respuesta con la letra de la mejor de las dos de esta forma: «Mejor: [[A]]» o «Mejor: [[B]]»; «Mejor: [[C]]» si ninguna lo es. Después di en una frase por qué.',
  question: 'Pregunta',
  first: 'Primer turno',
  next: 'Segundo turno',
  right: 'Respuesta correcta',
  answer: 'Respuesta',
  sideA: 'Respuesta A',
  sideB: 'Respuesta B',
  ratingOpening: 'Nota: [[',
  verdictOpening: 'Mejor: [[',
});
