import { words } from './table.ts';

/** First names of the small world. Some are held out. */
export const names = words(`
Tom Anna Bob Eva Max Lily Sam Mia Leo Zoe Ben Kim Dan Amy Jack Rosa Luis Nora Paul Ivy Carl Ella Hugo
Sara Omar Lucy Marco Julia Peter Clara Ali Emma Noah Maria Felix Ruth Theo Alma Oscar Nina David Jane
Pablo Lola Pierre Chloe Jean Marie Carlos Ana
`);

/** Work and where it is done. */
export const jobs = `
teacher school
farmer fields
sailor harbour
cook kitchen
doctor hospital
king castle
baker bakery
gardener garden
driver city
singer theatre
painter studio
pilot airport
`
  .trim()
  .split('\n')
  .map((line) => {
    const [job = '', place = ''] = line.split(' ');
    return { job, place };
  });

export const places = words(
  'house garden forest farm river market school park lake hill kitchen street station library beach bridge shop castle',
);
// "in" for all others
const prepositions = new Map([
  ['farm', 'on'],
  ['river', 'by'],
  ['market', 'at'],
  ['school', 'at'],
  ['lake', 'by'],
  ['hill', 'on'],
  ['street', 'on'],
  ['station', 'at'],
  ['beach', 'on'],
  ['bridge', 'on'],
]);

/** "in the house", "on the bridge". */
export const at = (place: string): string => `${prepositions.get(place) ?? 'in'} the ${place}`;

export const adjectives = words(
  'big small old young happy sad clean quiet strong fast slow funny brave kind clever tired lazy hungry pretty gentle',
);
export const deeds = words('run play sing sleep eat jump swim read dance walk rest hide');
export const possessions = words(
  'apple ball book key hat pear coin egg cup cake pencil shell stone card toy flower ticket',
);
