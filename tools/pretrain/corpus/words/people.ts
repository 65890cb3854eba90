import type { Language } from '../document.ts';
import type { Noun } from './nouns.ts';
import { table, words } from './table.ts';

/** First names of the small world. Some are held out. */
export const names = words(`
Tom Anna Bob Eva Max Lily Sam Mia Leo Zoe Ben Kim Dan Amy Jack Rosa Luis Nora Paul Ivy Carl Ella Hugo
Sara Omar Lucy Marco Julia Peter Clara Ali Emma Noah Maria Felix Ruth Theo Alma Oscar Nina David Jane
Pablo Lola Pierre Chloe Jean Marie Carlos Ana
`);

const women = new Set(
  words(`
Anna Eva Lily Mia Zoe Amy Rosa Nora Ivy Ella Sara Lucy Julia Clara Emma Maria Ruth Alma Nina Jane Lola
Chloe Marie Ana
`),
);

/** Whether a name of the small world is a woman's, for languages whose words agree with it. */
export const isWoman = (name: string): boolean => women.has(name);

/** Work and where it is done; Spanish and French for men and women, with article. */
export const jobs = table<'job' | 'place' | 'es' | 'esWoman' | 'esAt' | 'fr' | 'frWoman' | 'frAt'>(`
job      | place    | es            | esWoman        | esAt              | fr             | frWoman         | frAt
teacher  | school   | el maestro    | la maestra     | en la escuela     | le maître      | la maîtresse    | à l'école
farmer   | fields   | el granjero   | la granjera    | en el campo       | le fermier     | la fermière     | à la ferme
sailor   | harbour  | el marinero   | la marinera    | en el puerto      | le navigateur  | la navigatrice  | au port
cook     | kitchen  | el cocinero   | la cocinera    | en la cocina      | le cuisinier   | la cuisinière   | dans la cuisine
doctor   | hospital | el médico     | la médica      | en el hospital    | le docteur     | la docteure     | à l'hôpital
king     | castle   | el rey        | la reina       | en el castillo    | le roi         | la reine        | au château
baker    | bakery   | el panadero   | la panadera    | en la panadería   | le boulanger   | la boulangère   | à la boulangerie
gardener | garden   | el jardinero  | la jardinera   | en el jardín      | le jardinier   | la jardinière   | dans le jardin
driver   | city     | el conductor  | la conductora  | en la ciudad      | le conducteur  | la conductrice  | en ville
singer   | theatre  | el cantante   | la cantante    | en el teatro      | le chanteur    | la chanteuse    | au théâtre
painter  | studio   | el pintor     | la pintora     | en el taller      | le peintre     | la peintre      | à l'atelier
pilot    | airport  | el piloto     | la piloto      | en el aeropuerto  | le pilote      | la pilote       | à l'aéroport
`);

const placesSaid = table<'place' | Language>(`
place   | en              | es               | fr
house   | in the house    | en la casa       | dans la maison
garden  | in the garden   | en el jardín     | dans le jardin
forest  | in the forest   | en el bosque     | dans la forêt
farm    | on the farm     | en la granja     | à la ferme
river   | by the river    | junto al río     | près de la rivière
market  | at the market   | en el mercado    | au marché
school  | at the school   | en la escuela    | à l'école
park    | in the park     | en el parque     | dans le parc
lake    | by the lake     | junto al lago    | près du lac
hill    | on the hill     | en la colina     | sur la colline
kitchen | in the kitchen  | en la cocina     | dans la cuisine
street  | on the street   | en la calle      | dans la rue
station | at the station  | en la estación   | à la gare
library | in the library  | en la biblioteca | à la bibliothèque
beach   | on the beach    | en la playa      | sur la plage
bridge  | on the bridge   | en el puente     | sur le pont
shop    | in the shop     | en la tienda     | dans le magasin
castle  | in the castle   | en el castillo   | dans le château
`);
const whereBy = new Map(placesSaid.map((row) => [row.place, row]));

/** Places by their English name. */
export const places: readonly string[] = [...whereBy.keys()];

/** "in the house", "on the bridge", "en la casa", "sur le pont". Throws for a place not in the table. */
export function at(place: string, language: Language = 'en'): string {
  const row = whereBy.get(place);
  if (!row) throw new Error(`No place "${place}"`);
  return row[language];
}

export const adjectives = words(
  'big small old young happy sad clean quiet strong fast slow funny brave kind clever tired lazy hungry pretty gentle',
);
export const deeds = words('run play sing sleep eat jump swim read dance walk rest hide');

/** Things that one has, counts and gives away. */
export const belongings: readonly Noun[] = table<keyof Noun>(`
en     | es         | fr
apple  | manzana f  | pomme f
ball   | pelota f   | balle f
book   | libro m    | livre m
key    | llave f    | clé f
hat    | sombrero m | chapeau m
pear   | pera f     | poire f
coin   | moneda f   | pièce f
egg    | huevo m    | œuf m
cup    | taza f     | tasse f
cake   | pastel m   | gâteau m
pencil | lápiz m    | crayon m
shell  | concha f   | coquillage m
stone  | piedra f   | pierre f
card   | carta f    | carte f
toy    | juguete m  | jouet m
flower | flor f     | fleur f
ticket | billete m  | billet m
`);
/** The same in English only. */
export const possessions = belongings.map(({ en }) => en);
