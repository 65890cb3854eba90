import { table } from './table.ts';
import { byEnglish } from './names-of-kinds.ts';

/** What animals eat. French has its article, as people say it. */
export const foods = byEnglish(
  table(`
en | es | fr
meat | carne | de la viande
fish | pescado | du poisson
small fish | peces pequeños | de petits poissons
grass | hierba | de l'herbe
hay | heno | du foin
corn | maíz | du maïs
leaves | hojas | des feuilles
cheese | queso | du fromage
carrots | zanahorias | des carottes
bananas | plátanos | des bananes
plants | plantas | des plantes
mice | ratones | des souris
honey | miel | du miel
seeds | semillas | des graines
rabbits | conejos | des lapins
flies | moscas | des mouches
nectar | néctar | du nectar
crumbs | migas | des miettes
`),
);

/** What things are good for, as it follows "We use it", "sirve", "sert". */
export const uses = byEnglish(
  table(`
en | es | fr
to eat at | para comer | à manger
to sit on | para sentarse | à s'asseoir
to sleep in | para dormir | à dormir
to keep books | para guardar libros | à ranger des livres
to cut bread | para cortar pan | à couper le pain
to hit nails | para clavar clavos | à planter des clous
to cut wood | para cortar madera | à couper du bois
to eat soup | para tomar sopa | à manger la soupe
to open a door | para abrir una puerta | à ouvrir une porte
to sweep the floor | para barrer el suelo | à balayer le sol
to write | para escribir | à écrire
to stay dry | para no mojarse | à rester au sec
to wear | para vestirse | à s'habiller
to keep the head warm | para abrigar la cabeza | à couvrir la tête
to stay warm | para no tener frío | à avoir chaud
to walk | para caminar | à marcher
to keep the feet warm | para abrigar los pies | à couvrir les pieds
to keep the hands warm | para abrigar las manos | à couvrir les mains
to let light in | para dejar entrar la luz | à laisser entrer la lumière
to go in and out | para entrar y salir | à entrer et sortir
to keep water | para guardar agua | à garder de l'eau
to drink tea | para beber té | à boire du thé
to keep things | para guardar cosas | à ranger des choses
to read | para leer | à lire
to give light | para dar luz | à donner de la lumière
to tell the time | para ver la hora | à lire l'heure
to play | para jugar | à jouer
to fly in the wind | para volar en el viento | à voler dans le vent
to drive | para viajar por la calle | à rouler
to carry people | para llevar gente | à transporter des gens
to travel far | para viajar lejos | à voyager loin
to cross the water | para cruzar el agua | à traverser l'eau
to ride | para pasear | à se promener
to fly | para volar | à voler
to make music | para hacer música | à faire de la musique
`),
);

/** Continents; French without article, as after "en". */
export const continents = byEnglish(
  table(`
en | es | fr
Europe | Europa | Europe
Asia | Asia | Asie
Africa | África | Afrique
North America | América del Norte | Amérique du Nord
South America | América del Sur | Amérique du Sud
Oceania | Oceanía | Océanie
`),
);

/** Languages; French with its article. */
export const tongues = byEnglish(
  table(`
en | es | fr
French | francés | le français
Spanish | español | l'espagnol
Italian | italiano | l'italien
German | alemán | l'allemand
Portuguese | portugués | le portugais
English | inglés | l'anglais
Greek | griego | le grec
Norwegian | noruego | le norvégien
Swedish | sueco | le suédois
Danish | danés | le danois
Polish | polaco | le polonais
Russian | ruso | le russe
Chinese | chino | le chinois
Japanese | japonés | le japonais
Hindi | hindi | le hindi
Arabic | árabe | l'arabe
`),
);
