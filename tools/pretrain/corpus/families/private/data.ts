import type { Language } from '../../document.ts';

/**
 * How a fact that holds in one document only is asked, told and asked again. {k} is what it is about,
 * {v} the fact, {r} a noun for the relation, {K} and {V} the same with a large first letter.
 */
export interface Frame {
  readonly asks: readonly string[];
  readonly tell: string;
  readonly again: readonly string[];
}

export const factFrames: Record<Language, readonly Frame[]> = {
  en: [
    {
      asks: [
        'What is the {r} of {k}?',
        'Give the {r} of {k}.',
        'Tell me the {r} of {k}.',
        'Name the {r} of {k}.',
        'Which {r} does {k} have?',
      ],
      tell: 'The {r} of {k} is {v}.',
      again: ['And of {k}?', 'And {k}?', 'What about {k}?', 'Now {k}.', 'And the same for {k}?'],
    },
    {
      asks: ['Where is {k}?', 'Where can I find {k}?', 'In what place is {k}?', 'Find {k}.'],
      tell: '{K} is in {v}.',
      again: ['And where is {k}?', 'And {k}?'],
    },
    {
      asks: [
        'Who owns {k}?',
        'Whose is {k}?',
        'To whom does {k} belong?',
        'Name the owner of {k}.',
      ],
      tell: '{K} belongs to {v}.',
      again: ['And {k}?', 'And whose is {k}?'],
    },
    {
      asks: ['What does {k} like?', 'Tell me what {k} likes.', 'What is it that {k} likes?'],
      tell: '{K} likes {v}.',
      again: ['And {k}?', 'And what does {k} like?'],
    },
    {
      asks: ['What does {k} carry?', 'Say what {k} carries.', 'What has {k} got?'],
      tell: '{K} carries {v}.',
      again: ['And {k}?', 'What about {k}?'],
    },
    {
      asks: ['Who are you, {k}?', 'Introduce yourself, {k}.', 'Speak, {k}!'],
      tell: 'I am {k} and I love {v}.',
      again: ['And you, {k}?', 'And who are you, {k}?'],
    },
    {
      asks: ['Write to {k}.', 'Greet {k}.', 'Write a line to {k}.', 'Say hello to {k}.'],
      tell: 'Dear {k}, thank you for {v}.',
      again: ['And to {k}?', 'Now to {k}.'],
    },
  ],
  es: [
    {
      asks: ['¿Cuál es {r} de {k}?', 'Di {r} de {k}.', 'Dime {r} de {k}.', '¿Sabes {r} de {k}?'],
      tell: '{R} de {k} es {v}.',
      again: ['¿Y de {k}?', '¿Y {k}?', 'Ahora {k}.', '¿Y lo mismo de {k}?'],
    },
    {
      asks: ['¿Dónde está {k}?', 'Di dónde está {k}.', '¿En qué lugar está {k}?', 'Busca {k}.'],
      tell: '{K} está en {v}.',
      again: ['¿Y {k}?', '¿Y dónde está {k}?'],
    },
    {
      asks: ['¿Qué lleva {k}?', 'Di qué lleva {k}.', '¿Qué tiene {k}?'],
      tell: '{K} lleva {v}.',
      again: ['¿Y {k}?', '¿Y qué lleva {k}?'],
    },
    {
      asks: ['¿Quién eres, {k}?', 'Preséntate, {k}.', '¡Habla, {k}!'],
      tell: 'Soy {k} y busco {v}.',
      again: ['¿Y tú, {k}?', '¿Y quién eres, {k}?'],
    },
    {
      asks: ['Escribe a {k}.', 'Saluda a {k}.', 'Escribe una línea a {k}.'],
      tell: 'Hola, {k}, gracias por {v}.',
      again: ['¿Y a {k}?', 'Ahora a {k}.'],
    },
  ],
  fr: [
    {
      asks: [
        'Quel est {r} de {k} ?',
        'Donne {r} de {k}.',
        'Dis-moi {r} de {k}.',
        'Connais-tu {r} de {k} ?',
      ],
      tell: '{R} de {k} est {v}.',
      again: ['Et de {k} ?', 'Et {k} ?', 'Maintenant {k}.', 'Et la même chose pour {k} ?'],
    },
    {
      asks: ['Où est {k} ?', 'Dis où est {k}.', 'À quel endroit est {k} ?', 'Trouve {k}.'],
      tell: '{K} est dans {v}.',
      again: ['Et {k} ?', 'Et où est {k} ?'],
    },
    {
      asks: ['Que porte {k} ?', 'Dis ce que porte {k}.', "Qu'est-ce que {k} porte ?"],
      tell: '{K} porte {v}.',
      again: ['Et {k} ?', 'Et que porte {k} ?'],
    },
    {
      asks: ['Qui es-tu, {k} ?', 'Présente-toi, {k}.', 'Parle, {k} !'],
      tell: 'Je suis {k} et je cherche {v}.',
      again: ['Et toi, {k} ?', 'Et qui es-tu, {k} ?'],
    },
    {
      asks: ['Écris à {k}.', 'Salue {k}.', 'Écris une ligne à {k}.'],
      tell: 'Bonjour {k}, merci pour {v}.',
      again: ['Et à {k} ?', 'Maintenant à {k}.'],
    },
  ],
};

/** Nouns for relations; with their article in Spanish and French. */
export const relationNouns: Record<Language, readonly string[]> = {
  en: [
    'code',
    'secret',
    'number',
    'friend',
    'price',
    'sign',
    'owner',
    'drink',
    'song',
    'room',
    'day',
    'badge',
    'motto',
    'gift',
    'key',
    'flag',
    'wish',
    'enemy',
    'ship',
    'value',
    'name',
    'hobby',
  ],
  es: [
    'el código',
    'el número',
    'el precio',
    'el amigo',
    'el secreto',
    'la señal',
    'la canción',
    'el regalo',
    'el valor',
    'la bandera',
  ],
  fr: [
    'le code',
    'le numéro',
    'le prix',
    "l'ami",
    'le secret',
    'le signe',
    'la chanson',
    'le cadeau',
    'la valeur',
    'le drapeau',
  ],
};

/** How a member of a class is asked for and given its label. */
export const labelFrames: Record<Language, readonly Frame[]> = {
  en: [
    {
      asks: [
        'In which {r} is {k}?',
        'Which {r} is {k} in?',
        'Name the {r} of {k}.',
        'Find the {r} for {k}.',
      ],
      tell: '{K} is in {r} {v}.',
      again: ['And {k}?', 'What about {k}?'],
    },
    {
      asks: [
        'What do we call {k}?',
        'What is {k} called here?',
        'How do we name {k}?',
        'Say what {k} is here.',
      ],
      tell: 'We call {k} {v}.',
      again: ['And {k}?', 'And what do we call {k}?'],
    },
    {
      asks: [
        'Where do I put {k}?',
        'Where does {k} go?',
        'Put away {k}.',
        'Tell me where {k} goes.',
      ],
      tell: '{K} goes to {v}.',
      again: ['And {k}?', 'And where do I put {k}?'],
    },
  ],
  es: [
    {
      asks: [
        '¿En qué {r} está {k}?',
        'Di en qué {r} está {k}.',
        'Busca: {k}.',
        '¿Y en qué {r} va {k}?',
      ],
      tell: '{K} está en {r} {v}.',
      again: ['¿Y {k}?'],
    },
    {
      asks: ['¿Cómo llamamos a {k}?', 'Di cómo se llama aquí {k}.', '¿Qué nombre damos a {k}?'],
      tell: 'Aquí {k} se llama {v}.',
      again: ['¿Y {k}?', '¿Y cómo llamamos a {k}?'],
    },
  ],
  fr: [
    {
      asks: [
        'Dans quel {r} est {k} ?',
        'Dis dans quel {r} est {k}.',
        'Cherche : {k}.',
        'Et dans quel {r} va {k} ?',
      ],
      tell: '{K} est dans {r} {v}.',
      again: ['Et {k} ?'],
    },
    {
      asks: [
        'Comment appelle-t-on {k} ?',
        'Dis comment on appelle ici {k}.',
        'Quel nom donne-t-on à {k} ?',
      ],
      tell: 'Ici on appelle {k} {v}.',
      again: ['Et {k} ?', 'Et comment appelle-t-on {k} ?'],
    },
  ],
};
export const labelNouns: Record<Language, readonly string[]> = {
  en: ['team', 'group', 'box', 'room', 'class', 'list', 'house', 'bag'],
  es: ['grupo', 'equipo', 'lista', 'caja'],
  fr: ['groupe', 'rang', 'sac', 'coin'],
};

/** How one of several things is asked for and named. */
export const pickFrames: Record<Language, readonly Frame[]> = {
  en: [
    {
      asks: ['Pick one: {k}.', 'Choose from {k}.', 'Take one of {k}.', 'Which one: {k}?'],
      tell: 'I pick {v}.',
      again: ['And from {k}?'],
    },
    {
      asks: ['{K}', '{K}?', 'Here are {k}.', 'Look: {k}.'],
      tell: 'My choice is {v}.',
      again: ['And {k}?'],
    },
    {
      asks: [
        'What do you take from {k}?',
        'Note something of {k}.',
        'Keep one: {k}.',
        'Read: {k}.',
      ],
      tell: 'It is {v}.',
      again: ['Now {k}.'],
    },
  ],
  es: [
    {
      asks: ['Elige: {k}.', 'Toma uno: {k}.', '¿Cuál: {k}?', 'Mira: {k}.'],
      tell: 'Elijo {v}.',
      again: ['¿Y ahora: {k}?'],
    },
    {
      asks: ['¿Qué tomas: {k}?', 'Anota algo: {k}.', 'Lee: {k}.'],
      tell: 'Tomo {v}.',
      again: ['Ahora {k}.'],
    },
  ],
  fr: [
    {
      asks: ['Choisis : {k}.', 'Prends un : {k}.', 'Lequel : {k} ?', 'Regarde : {k}.'],
      tell: 'Je choisis {v}.',
      again: ['Et maintenant : {k} ?'],
    },
    {
      asks: ['Que prends-tu : {k} ?', 'Note quelque chose : {k}.', 'Lis : {k}.'],
      tell: 'Je prends {v}.',
      again: ['Maintenant {k}.'],
    },
  ],
};

/** Deeds for private function names: "Write code that wakes the cat." is answered zib("cat"). */
export const deedAsks: Record<Language, readonly string[]> = {
  en: [
    'Write code that {d} {x}.',
    'Give me code that {d} {x}.',
    'How do I write: it {d} {x}?',
    'Program it: it {d} {x}.',
  ],
  es: ['Escribe código que {d} {x}.', 'Dame código que {d} {x}.', 'Programa algo que {d} {x}.'],
  fr: ['Écris du code qui {d} {x}.', 'Donne du code qui {d} {x}.', 'Programme ce qui {d} {x}.'],
};
export const privateDeeds: Record<Language, readonly string[]> = {
  en: [
    'moves',
    'opens',
    'draws',
    'counts',
    'hides',
    'paints',
    'sells',
    'lifts',
    'turns',
    'sends',
    'saves',
    'cleans',
  ],
  es: ['mueve', 'abre', 'pinta', 'cuenta', 'guarda', 'vende', 'limpia', 'manda'],
  fr: ['bouge', 'ouvre', 'peint', 'compte', 'garde', 'vend', 'nettoie', 'envoie'],
};

/** Fields of a record, of which a document always notes the same one. */
export const recordFields: Record<Language, readonly string[]> = {
  en: ['name', 'age', 'pet', 'food', 'town', 'room'],
  es: ['nombre', 'edad', 'animal', 'comida', 'sala'],
  fr: ['nom', 'âge', 'animal', 'repas', 'salle'],
};
