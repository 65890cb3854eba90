import type { Language } from '../document.ts';
import { table } from './table.ts';

type Row = Record<'es' | 'fr', string>;

function byAnimal(text: string): ReadonlyMap<string, Row> {
  return new Map(table<'animal' | 'es' | 'fr'>(text).map((row) => [row.animal, row]));
}

/** What animals say in Spanish and French, by the animal's English name; "-" means not told. */
const sounds = byAnimal(`
animal | es | fr
dog | guau | ouaf
cat | miau | miaou
cow | mu | meuh
horse | iiii | hiii
pig | oinc | groin
sheep | be | bê
goat | be | bê
donkey | hiaa | hi-han
mouse | iii | couic
lion | grrr | grrr
tiger | grrr | grrr
wolf | auuu | aouh
bear | grrr | grrr
duck | cua | coin
hen | clo | cot
owl | uuu | hou
crow | cra | croa
frog | croac | coâ
snake | sss | sss
bee | bzzz | bzzz
`);

/** What the young of animals are called; French has its article, as people say it. */
const young = byAnimal(`
animal | es | fr
dog | cachorro | un chiot
cat | gatito | un chaton
cow | ternero | un veau
horse | potro | un poulain
pig | lechón | un porcelet
sheep | cordero | un agneau
goat | cabrito | un chevreau
donkey | pollino | un ânon
mouse | - | un souriceau
rabbit | gazapo | un lapereau
lion | cachorro | un lionceau
tiger | cachorro | -
elephant | - | un éléphanteau
giraffe | - | un girafon
whale | ballenato | un baleineau
wolf | lobezno | un louveteau
fox | cachorro | un renardeau
bear | osezno | un ourson
deer | cervatillo | un faon
duck | patito | un caneton
hen | pollito | un poussin
goose | ansarino | un oison
owl | polluelo | -
crow | polluelo | -
eagle | aguilucho | un aiglon
penguin | polluelo | -
frog | renacuajo | un têtard
`);

interface Known {
  en: string;
  sound: string;
  baby: string;
}

/** What an animal says in a language, "-" where that is not told. */
export const soundOf = (animal: Known, language: Language): string =>
  language === 'en' ? animal.sound : (sounds.get(animal.en)?.[language] ?? '-');

/** What an animal's young are called in a language, "-" where that is not told. */
export const youngOf = (animal: Known, language: Language): string =>
  language === 'en' ? animal.baby : (young.get(animal.en)?.[language] ?? '-');
