import type { Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { fill, lowerFirst } from '../text.ts';
import { words } from '../words/table.ts';

/** What people put around a question; {q} as it stands, {l} with a small first letter. */
const around: Record<Language, readonly string[]> = {
  en: [
    'Please tell me: {q}',
    'Hello! {q}',
    'A question: {q}',
    'I would like to know this: {q}',
    '{q} Thank you!',
    '{q} Please answer.',
    'Can you help me? {q}',
    'My question is: {q}',
    'Tell me, {l}',
    '{q} I am curious.',
    'Quick question: {q}',
    'I forgot. {q}',
    '{q} I need it for school.',
    'Say, {l}',
  ],
  es: [
    'Por favor: {q}',
    'Hola. {q}',
    'Una pregunta: {q}',
    'Quiero saber esto: {q}',
    '{q} ¡Gracias!',
    '¿Me ayudas? {q}',
    'Mi pregunta es: {q}',
    '{q} Es para la escuela.',
  ],
  fr: [
    "S'il te plaît : {q}",
    'Bonjour ! {q}',
    'Une question : {q}',
    'Je veux savoir ceci : {q}',
    '{q} Merci !',
    "Peux-tu m'aider ? {q}",
    'Ma question est : {q}',
    "{q} C'est pour l'école.",
  ],
};

const small: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    words(
      'a an the is are was do does did of in to for me you can could what which who how tell give name say',
    ),
  ),
  es: new Set(words('un una el la los las es son de del en a me qué cuál cuáles di dime da')),
  fr: new Set(words('un une le la les est sont de du des en à me que quel quelle dis donne')),
};

/** Only the words that carry the question, as people type them into a search. */
function telegraphic(query: string, language: Language): string {
  const kept = query
    .replace(/[¿?!.]/g, '')
    .split(' ')
    .filter((word) => word !== '' && !small[language].has(word.toLowerCase()));
  return kept.length > 1 ? kept.join(' ').toLowerCase() : query;
}

/**
 * A question as people really put it: most say it plainly, some add courtesies, some type without
 * capitals and signs, some type only the words that matter. Texts to read stay as they are.
 */
export function asked(scene: Scene, query: string): string {
  const { random, language } = scene;
  const way = random.next();
  if (way > 0.15 || query.length > 90 || query.includes('\n') || query.includes('"')) return query;
  if (way < 0.03)
    return lowerFirst(query)
      .replace(/^¿/, '')
      .replace(/ ?[?.!]$/, '');
  if (way < 0.06) return telegraphic(query, language);
  return fill(wording(scene, around[language]), { q: query, l: lowerFirst(query) });
}
