import { table } from './table.ts';

/** Animals and what is known of them. `size` only orders them; "-" means not told. */
export const animals = table<
  'en' | 'es' | 'fr' | 'group' | 'sound' | 'legs' | 'home' | 'colour' | 'size' | 'baby' | 'food'
>(`
en        | es           | fr            | group     | sound   | legs | home     | colour | size | baby    | food
dog       | perro m      | chien m       | mammal    | woof    | 4    | house    | brown  | 40   | puppy   | meat
cat       | gato m       | chat m        | mammal    | meow    | 4    | house    | grey   | 30   | kitten  | fish
cow       | vaca f       | vache f       | mammal    | moo     | 4    | farm     | brown  | 80   | calf    | grass
horse     | caballo m    | cheval m      | mammal    | neigh   | 4    | farm     | brown  | 78   | foal    | hay
pig       | cerdo m      | cochon m      | mammal    | oink    | 4    | farm     | pink   | 60   | piglet  | corn
sheep     | oveja f      | mouton m      | mammal    | baa     | 4    | farm     | white  | 55   | lamb    | grass
goat      | cabra f      | chèvre f      | mammal    | bleat   | 4    | farm     | white  | 54   | kid     | leaves
donkey    | burro m      | âne m         | mammal    | bray    | 4    | farm     | grey   | 70   | foal    | hay
mouse     | ratón m      | souris f      | mammal    | squeak  | 4    | house    | grey   | 8    | -       | cheese
rabbit    | conejo m     | lapin m       | mammal    | -       | 4    | field    | white  | 25   | -       | carrots
lion      | león m       | lion m        | mammal    | roar    | 4    | savanna  | yellow | 75   | cub     | meat
tiger     | tigre m      | tigre m       | mammal    | roar    | 4    | jungle   | orange | 76   | cub     | meat
monkey    | mono m       | singe m       | mammal    | chatter | 2    | jungle   | brown  | 35   | -       | bananas
elephant  | elefante m   | éléphant m    | mammal    | trumpet | 4    | savanna  | grey   | 95   | calf    | leaves
giraffe   | jirafa f     | girafe f      | mammal    | -       | 4    | savanna  | yellow | 92   | calf    | leaves
zebra     | cebra f      | zèbre m       | mammal    | -       | 4    | savanna  | white  | 77   | foal    | grass
camel     | camello m    | chameau m     | mammal    | -       | 4    | desert   | brown  | 85   | calf    | plants
wolf      | lobo m       | loup m        | mammal    | howl    | 4    | forest   | grey   | 50   | pup     | meat
fox       | zorro m      | renard m      | mammal    | bark    | 4    | forest   | orange | 36   | cub     | mice
bear      | oso m        | ours m        | mammal    | growl   | 4    | forest   | brown  | 79   | cub     | honey
deer      | ciervo m     | cerf m        | mammal    | -       | 4    | forest   | brown  | 65   | fawn    | leaves
whale     | ballena f    | baleine f     | mammal    | -       | 0    | sea      | blue   | 100  | calf    | small fish
dolphin   | delfín m     | dauphin m     | mammal    | click   | 0    | sea      | grey   | 72   | calf    | fish
duck      | pato m       | canard m      | bird      | quack   | 2    | pond     | white  | 20   | duckling| seeds
hen       | gallina f    | poule f       | bird      | cluck   | 2    | farm     | brown  | 21   | chick   | corn
goose     | ganso m      | oie f         | bird      | honk    | 2    | pond     | white  | 26   | gosling | grass
owl       | búho m       | hibou m       | bird      | hoot    | 2    | forest   | brown  | 19   | owlet   | mice
crow      | cuervo m     | corbeau m     | bird      | caw     | 2    | forest   | black  | 18   | chick   | seeds
eagle     | águila f     | aigle m       | bird      | screech | 2    | mountain | brown  | 28   | eaglet  | rabbits
parrot    | loro m       | perroquet m   | bird      | squawk  | 2    | jungle   | green  | 17   | chick   | seeds
penguin   | pingüino m   | manchot m     | bird      | -       | 2    | ice      | black  | 33   | chick   | fish
swan      | cisne m      | cygne m       | bird      | -       | 2    | lake     | white  | 32   | cygnet  | plants
frog      | rana f       | grenouille f  | amphibian | croak   | 4    | pond     | green  | 9    | tadpole | flies
snake     | serpiente f  | serpent m     | reptile   | hiss    | 0    | forest   | green  | 27   | -       | mice
turtle    | tortuga f    | tortue f      | reptile   | -       | 4    | sea      | green  | 31   | -       | plants
crocodile | cocodrilo m  | crocodile m   | reptile   | -       | 4    | river    | green  | 74   | -       | fish
bee       | abeja f      | abeille f     | insect    | buzz    | 6    | garden   | yellow | 3    | -       | nectar
ant       | hormiga f    | fourmi f      | insect    | -       | 6    | garden   | black  | 1    | -       | crumbs
butterfly | mariposa f   | papillon m    | insect    | -       | 6    | garden   | orange | 4    | -       | nectar
spider    | araña f      | araignée f    | arachnid  | -       | 8    | garden   | black  | 2    | -       | flies
shark     | tiburón m    | requin m      | fish      | -       | 0    | sea      | grey   | 90   | pup     | fish
salmon    | salmón m     | saumon m      | fish      | -       | 0    | river    | pink   | 22   | -       | small fish
`);

export type Animal = (typeof animals)[number];
