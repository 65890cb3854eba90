import { table } from './table.ts';

/** Opposites, each pair good in both directions. */
export const opposites = {
  en: table<'a' | 'b'>(`
a | b
hot | cold
big | small
tall | short
fast | slow
young | old
good | bad
happy | sad
open | closed
full | empty
light | dark
clean | dirty
strong | weak
rich | poor
hard | soft
wet | dry
early | late
up | down
inside | outside
day | night
high | low
near | far
first | last
loud | quiet
easy | difficult
true | false
love | hate
win | lose
give | take
push | pull
thick | thin
wide | narrow
left | right
black | white
begin | end
buy | sell
friend | enemy
summer | winter
sweet | bitter
brave | afraid
above | below
before | after
always | never
yes | no
`),
  es: table<'a' | 'b'>(`
a | b
caliente | frío
grande | pequeño
alto | bajo
rápido | lento
joven | viejo
bueno | malo
feliz | triste
abierto | cerrado
lleno | vacío
claro | oscuro
limpio | sucio
fuerte | débil
rico | pobre
duro | blando
mojado | seco
temprano | tarde
arriba | abajo
dentro | fuera
día | noche
cerca | lejos
primero | último
fácil | difícil
verdadero | falso
amor | odio
ganar | perder
izquierda | derecha
verano | invierno
siempre | nunca
`),
  fr: table<'a' | 'b'>(`
a | b
chaud | froid
grand | petit
rapide | lent
jeune | vieux
bon | mauvais
heureux | triste
ouvert | fermé
plein | vide
clair | sombre
propre | sale
fort | faible
riche | pauvre
dur | mou
mouillé | sec
tôt | tard
en haut | en bas
dedans | dehors
jour | nuit
près | loin
premier | dernier
facile | difficile
vrai | faux
aimer | détester
gagner | perdre
gauche | droite
été | hiver
toujours | jamais
`),
} as const;

/** Plurals that do not just add s; the regular ones are made. */
export const irregularPlurals = table<'one' | 'many'>(`
one | many
mouse | mice
goose | geese
man | men
woman | women
child | children
foot | feet
tooth | teeth
wolf | wolves
knife | knives
leaf | leaves
sheep | sheep
fish | fish
deer | deer
cherry | cherries
baby | babies
city | cities
potato | potatoes
tomato | tomatoes
box | boxes
bus | buses
dish | dishes
fox | foxes
`);

/** Verbs: today and yesterday; Spanish and French as I say them. */
export const pastTenses = {
  en: table<'now' | 'past'>(`
now | past
walk | walked
play | played
jump | jumped
cook | cooked
talk | talked
look | looked
help | helped
wash | washed
open | opened
paint | painted
go | went
eat | ate
see | saw
run | ran
sing | sang
drink | drank
sleep | slept
write | wrote
read | read
buy | bought
find | found
give | gave
make | made
take | took
come | came
swim | swam
think | thought
`),
  es: table<'now' | 'past'>(`
now | past
camino | caminé
canto | canté
hablo | hablé
trabajo | trabajé
bailo | bailé
nado | nadé
compro | compré
miro | miré
juego | jugué
llego | llegué
pinto | pinté
lavo | lavé
cocino | cociné
salto | salté
como | comí
bebo | bebí
corro | corrí
escribo | escribí
duermo | dormí
abro | abrí
leo | leí
veo | vi
voy | fui
hago | hice
digo | dije
tengo | tuve
`),
  fr: table<'now' | 'past'>(`
now | past
je marche | j'ai marché
je chante | j'ai chanté
je parle | j'ai parlé
je travaille | j'ai travaillé
je danse | j'ai dansé
je nage | j'ai nagé
j'achète | j'ai acheté
je regarde | j'ai regardé
je joue | j'ai joué
j'aide | j'ai aidé
je saute | j'ai sauté
je mange | j'ai mangé
je cherche | j'ai cherché
je trouve | j'ai trouvé
je donne | j'ai donné
je finis | j'ai fini
je dors | j'ai dormi
je lis | j'ai lu
je vois | j'ai vu
je bois | j'ai bu
je prends | j'ai pris
j'écris | j'ai écrit
je fais | j'ai fait
je dis | j'ai dit
`),
} as const;

/** Words that mean nearly the same. */
export const synonyms = {
  en: table<'a' | 'b'>(`
a | b
big | large
small | little
happy | glad
fast | quick
begin | start
end | finish
smart | clever
sad | unhappy
pretty | beautiful
quiet | silent
angry | mad
near | close
rich | wealthy
hard | difficult
brave | bold
funny | amusing
tired | sleepy
speak | talk
shut | close
gift | present
road | street
house | home
`),
  es: table<'a' | 'b'>(`
a | b
feliz | contento
bonito | hermoso
rápido | veloz
grande | enorme
hablar | charlar
empezar | comenzar
terminar | acabar
listo | inteligente
enfadado | enojado
silencioso | callado
regalo | obsequio
camino | sendero
casa | hogar
pelo | cabello
cara | rostro
médico | doctor
maestro | profesor
coche | auto
valiente | audaz
gracioso | divertido
cansado | agotado
responder | contestar
lanzar | tirar
`),
  fr: table<'a' | 'b'>(`
a | b
heureux | content
joli | beau
commencer | débuter
finir | terminer
intelligent | malin
calme | tranquille
cadeau | présent
chemin | sentier
maison | demeure
voiture | auto
vélo | bicyclette
médecin | docteur
courageux | brave
drôle | amusant
fatigué | épuisé
parler | discuter
triste | malheureux
grand | immense
bateau | navire
répondre | répliquer
jeter | lancer
manteau | pardessus
visage | figure
métier | profession
`),
} as const;

/** Words that rhyme, by line. */
export const rhymes = `
cat hat bat
dog frog log
sun run fun
bee tree key
day play may
night light kite
car star jar
house mouse
moon spoon noon
cake lake snake
bed red bread
ball wall tall
king ring sing
book cook look
rain train plane
boat goat coat
bear chair pear
sky fly pie
nose rose toes
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
