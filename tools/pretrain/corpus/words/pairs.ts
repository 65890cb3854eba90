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
haut | bas
dedans | dehors
jour | nuit
près | loin
premier | dernier
facile | difficile
vrai | faux
amour | haine
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

/** Verbs: today and yesterday. */
export const pastTenses = table<'now' | 'past'>(`
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
`);

/** Words that mean nearly the same. */
export const synonyms = table<'a' | 'b'>(`
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
`);

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
