import type { Language } from '../document.ts';
import { table } from './table.ts';

type Row = Record<Language, string>;
/** Rows by their English word. */
export const byEnglish = (rows: Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.en, row]));

const byKey = (rows: (Row & { key: string })[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.key, row]));

/** Colours. */
export const colours = byEnglish(
  table(`
en | es | fr
red | rojo | rouge
yellow | amarillo | jaune
green | verde | vert
blue | azul | bleu
black | negro | noir
white | blanco | blanc
grey | gris | gris
brown | marrón | brun
pink | rosa | rose
purple | morado | violet
orange | naranja | orange
`),
);

/** A French colour as it follows "de couleur": "blanche", "verte", "rouge". */
export function frenchFeminine(colour: string): string {
  if (colour === 'blanc') return 'blanche';
  if (colour.endsWith('et')) return `${colour}te`;
  return colour.endsWith('e') ? colour : `${colour}e`;
}

/** Groups of things, singular. */
export const groups = byEnglish(
  table(`
en | es | fr
mammal | mamífero | mammifère
bird | ave | oiseau
fish | pez | poisson
insect | insecto | insecte
reptile | reptil | reptile
amphibian | anfibio | amphibien
arachnid | arácnido | arachnide
fruit | fruta | fruit
vegetable | verdura | légume
drink | bebida | boisson
food | comida | aliment
furniture | mueble | meuble
tool | herramienta | outil
clothing | ropa | vêtement
container | recipiente | récipient
toy | juguete | jouet
vehicle | vehículo | véhicule
instrument | instrumento | instrument
plant | planta | plante
`),
);

/** Plurals of groups, by the group's key, for "name three ...". */
export const groupPlurals = byKey(
  table<'key' | Language>(`
key | en | es | fr
mammal | mammals | mamíferos | mammifères
bird | birds | aves | oiseaux
insect | insects | insectos | insectes
fruit | fruits | frutas | fruits
vegetable | vegetables | verduras | légumes
drink | drinks | bebidas | boissons
tool | tools | herramientas | outils
clothing | pieces of clothing | prendas de ropa | vêtements
vehicle | vehicles | vehículos | véhicules
toy | toys | juguetes | jouets
instrument | instruments | instrumentos | instruments
colour | colours | colores | couleurs
animal | animals | animales | animaux
Europe | countries in Europe | países de Europa | pays d'Europe
`),
);

/** Where animals live, by the key of their table, with preposition and article. */
export const homes = byKey(
  table<'key' | Language>(`
key | en | es | fr
house | in the house | en la casa | dans la maison
farm | on the farm | en la granja | à la ferme
field | in the field | en el campo | dans le champ
forest | in the forest | en el bosque | dans la forêt
jungle | in the jungle | en la selva | dans la jungle
savanna | in the savanna | en la sabana | dans la savane
desert | in the desert | en el desierto | dans le désert
mountain | in the mountains | en la montaña | dans la montagne
sea | in the sea | en el mar | dans la mer
pond | on the pond | en el estanque | sur l'étang
lake | on the lake | en el lago | sur le lac
river | in the river | en el río | dans la rivière
garden | in the garden | en el jardín | dans le jardin
ice | on the ice | en el hielo | sur la glace
`),
);

/** What things are made of. */
export const materials = byEnglish(
  table(`
en | es | fr
wood | madera | bois
metal | metal | métal
glass | vidrio | verre
paper | papel | papier
cotton | algodón | coton
wool | lana | laine
leather | cuero | cuir
rubber | goma | caoutchouc
cloth | tela | tissu
`),
);

/** A kind in a language; throws when the table lacks it. */
export function kind(rows: ReadonlyMap<string, Row>, english: string, language: Language): string {
  const row = rows.get(english);
  if (!row) throw new Error(`No row for "${english}"`);
  return row[language];
}
