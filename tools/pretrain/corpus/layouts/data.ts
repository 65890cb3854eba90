import type { Language } from '../document.ts';

/**
 * Pairs of headers that people use for a question and its answer. The pairs of the live prompt, Query with
 * Answer and User with Assistant, are missing on purpose, and drawing refuses them.
 */
export const headerPairs: Record<Language, readonly (readonly [string, string])[]> = {
  en: [
    ['Q', 'A'],
    ['Question', 'Answer'],
    ['Prompt', 'Reply'],
    ['User', 'Bot'],
    ['Student', 'Teacher'],
    ['Ask', 'Say'],
    ['Input', 'Output'],
    ['Task', 'Result'],
    ['Problem', 'Solution'],
    ['Query', 'Response'],
    ['Request', 'Answer'],
    ['Message', 'Reply'],
    ['Exercise', 'Answer'],
    ['Human', 'Helper'],
    ['Visitor', 'Guide'],
    ['Instruction', 'Response'],
    ['Query', 'Result'],
    ['Customer', 'Clerk'],
    ['Child', 'Parent'],
    ['Request', 'Response'],
    ['Question', 'Reply'],
  ],
  es: [
    ['Pregunta', 'Respuesta'],
    ['P', 'R'],
    ['Alumno', 'Maestra'],
    ['Tarea', 'Solución'],
    ['Entrada', 'Salida'],
    ['Question', 'Answer'],
    ['Cliente', 'Ayuda'],
    ['Mensaje', 'Respuesta'],
  ],
  fr: [
    ['Question', 'Réponse'],
    ['Q', 'R'],
    ['Élève', 'Maître'],
    ['Exercice', 'Solution'],
    ['Entrée', 'Sortie'],
    ['Question', 'Answer'],
    ['Client', 'Aide'],
    ['Message', 'Réponse'],
  ],
};

/** How a header is dressed; {h} its name, {n} the number of the example. */
export const decorations = [
  '{h}:',
  '{h}:',
  '{h}:',
  '# {h}:',
  '# {h}',
  '## {h}',
  '### {h}:',
  '**{h}**',
  '[{h}]',
  '{h} {n}:',
  '{h} -',
  '<{h}>',
  '{h} >',
  '{h} =',
  '-- {h} --',
  '# {h} {n}',
  '({h})',
  '{h}.',
  '* {h}:',
  '> {h}:',
] as const;

export const fences = ['```', '```', '```', '```', '---', '~~~', '"""', "'''", '==='] as const;
export const separators = ['\n', '\n\n', '\n\n', '\n\n', '\n---\n', '\n\n\n', '\n***\n'] as const;

/** What leads the eye from key to value where they stand far apart, as in a table of contents. */
export const leaders = [' .', '.', ' -', '-', ' _', ' *', ' ·', ' ='] as const;

/** What stands between key and value in a list of pairs. */
export const arrows = [
  ' -> ',
  ' : ',
  ' = ',
  ' | ',
  ': ',
  ' => ',
  '\t',
  ' - ',
  ', ',
  ' ~ ',
  ' / ',
  ' is ',
  ' >> ',
  '; ',
  ' ... ',
  ' → ',
] as const;
