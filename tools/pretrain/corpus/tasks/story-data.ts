import type { Language } from '../document.ts';
import { lines } from '../words/table.ts';

interface Pieces {
  beginnings: readonly string[];
  middles: readonly string[];
  endings: readonly string[];
}

/**
 * Pieces of stories. Slots: {a} {b} two animals with "a", {who} {other} names, {at} "in the garden",
 * {o} a thing. In English {x} {y} are the animals bare, {place} {adjective} {deed} words; Spanish and
 * French have {the} {theOther}, the animals with their articles, and no words that agree with them.
 */
const english: Pieces = {
  beginnings: lines(`
Once upon a time there was {a} who lived {at}.
Once there was {a} who lived near the {place}.
{who} had {a} that was very {adjective}.
Long ago, {a} lived all alone {at}.
One morning {a} woke up {at}.
There was once a {adjective} {x} who loved to {deed}.
It was a cold day and {a} was {at}.
In a {place} far away lived {a}.
`),
  middles: lines(`
One day the {x} met {b}.
Then {b} came by and said hello.
It found a {o}, and {b} wanted it too.
A {adjective} {y} asked for help, and the {x} helped at once.
The {x} was hungry, so {who} gave it something to eat.
At night it heard a noise, but it was only {b}.
The {y} was {adjective}, and at first they were shy.
The {x} lost its way, and {b} showed the way home.
{who} and {other} saw the {x} and smiled.
They wanted to {deed} all day long.
They played with a {o} near the {place}.
The {x} told the {y} a secret.
Soon it began to rain and they ran under a tree.
`),
  endings: lines(`
From that day on they were friends.
In the evening they were tired but happy.
The {x} never forgot this day.
And so they all went home.
{who} took them both home.
After that the {x} was never alone again.
Since then they meet every morning.
And they lived happily together.
They laughed and shared the {o}.
`),
};

const spanish: Pieces = {
  beginnings: lines(`
Había una vez {a} que vivía {at}.
Érase una vez {a} que vivía {at}.
Hace mucho tiempo, {a} vivía {at}.
Una mañana, {a} paseaba {at}.
Un día de frío, {a} estaba {at}.
{who} tenía {a} y vivía {at}.
`),
  middles: lines(`
Un día, {the} encontró a {b}.
Entonces llegó {b} y dijo hola.
{the} tenía hambre y {who} le dio de comer.
Por la noche se oyó un ruido, pero solo era {b}.
{the} perdió el camino y {b} le ayudó.
{who} y {other} vieron a {the} y se rieron.
Allí había {o} y todos jugaron un rato.
Empezó a llover y todos corrieron bajo un árbol.
{theOther} contó un secreto a {the}.
{theOther} pidió ayuda y {the} ayudó enseguida.
`),
  endings: lines(`
Desde ese día jugaron juntos todos los días.
Por la noche todos volvieron a casa.
{the} nunca olvidó ese día.
{who} volvió a casa con {the}.
Y vivieron felices para siempre.
Desde ese día se ven cada mañana.
`),
};

const french: Pieces = {
  beginnings: lines(`
Il était une fois {a} qui vivait {at}.
Il y a longtemps, {a} vivait {at}.
Un matin, {a} se promenait {at}.
Un jour de froid, {a} était {at}.
{who} avait {a} et vivait {at}.
On raconte que {a} vivait {at}.
`),
  middles: lines(`
Un jour, {the} rencontra {b}.
Puis {b} arriva et dit bonjour.
{the} avait faim et {who} lui donna à manger.
La nuit, il y eut un bruit, mais c'était {b}.
{the} perdit son chemin et {b} lui montra la route.
{who} et {other} virent {the} et se mirent à rire.
Il y avait là {o} et tout le monde joua un peu.
Il se mit à pleuvoir et tout le monde courut sous un arbre.
{theOther} dit un secret à {the}.
{theOther} demanda de l'aide et {the} aida tout de suite.
`),
  endings: lines(`
Depuis ce jour, tout le monde vit en paix.
Le soir, tout le monde rentra à la maison.
{the} n'oublia jamais ce jour.
{who} rentra à la maison avec {the}.
Et la vie fut belle pour toujours.
Depuis ce jour, on les voit ensemble chaque matin.
`),
};

/** The pieces by language. */
export const pieces: Record<Language, Pieces> = { en: english, es: spanish, fr: french };

/** How people ask for a story: about one animal, or about two. */
export const storyAsks = {
  en: {
    two: [
      'Write a story about {a} and {b}.',
      'Tell a short story with {a} and {b}.',
      'Tell me a story about {a} and {b}.',
      'Write a short tale about {a} and {b}.',
    ],
    one: [
      'Write a story about {a}.',
      'Tell me a story about {a}.',
      'Tell a short story with {a}.',
      'Write a short tale about {a}.',
      'Tell me a story.',
    ],
    again: 'Now about {a}.',
  },
  es: {
    two: [
      'Escribe un cuento sobre {a} y {b}.',
      'Cuenta un cuento con {a} y {b}.',
      'Cuéntame un cuento sobre {a} y {b}.',
      'Escribe una historia corta sobre {a} y {b}.',
    ],
    one: [
      'Escribe un cuento sobre {a}.',
      'Cuéntame un cuento sobre {a}.',
      'Cuenta un cuento con {a}.',
      'Escribe una historia corta sobre {a}.',
      'Cuéntame un cuento.',
    ],
    again: 'Ahora sobre {a}.',
  },
  fr: {
    two: [
      'Écris une histoire sur {a} et {b}.',
      'Raconte une histoire avec {a} et {b}.',
      'Raconte-moi une histoire sur {a} et {b}.',
      'Écris un petit conte sur {a} et {b}.',
    ],
    one: [
      'Écris une histoire sur {a}.',
      'Raconte-moi une histoire sur {a}.',
      'Raconte une histoire avec {a}.',
      'Écris un petit conte sur {a}.',
      'Raconte-moi une histoire.',
    ],
    again: 'Maintenant sur {a}.',
  },
} as const;
