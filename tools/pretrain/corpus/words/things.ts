import { table } from './table.ts';

/** Plants, food, and things people make. `size` orders them with the animals; "-" means not told. */
export const things = table<'en' | 'es' | 'fr' | 'group' | 'colour' | 'size' | 'material' | 'use'>(`
en       | es            | fr           | group      | colour | size | material | use
apple    | manzana f     | pomme f      | fruit      | red    | 6    | -        | -
banana   | plátano m     | banane f     | fruit      | yellow | 7    | -        | -
lemon    | limón m       | citron m     | fruit      | yellow | 5    | -        | -
pear     | pera f        | poire f      | fruit      | green  | 6    | -        | -
plum     | ciruela f     | prune f      | fruit      | purple | 4    | -        | -
cherry   | cereza f      | cerise f     | fruit      | red    | 2    | -        | -
peach    | melocotón m   | pêche f      | fruit      | pink   | 6    | -        | -
melon    | melón m       | melon m      | fruit      | green  | 15   | -        | -
strawberry | fresa f     | fraise f     | fruit      | red    | 3    | -        | -
carrot   | zanahoria f   | carotte f    | vegetable  | orange | 7    | -        | -
onion    | cebolla f     | oignon m     | vegetable  | white  | 6    | -        | -
potato   | patata f      | patate f     | vegetable  | brown  | 6    | -        | -
pea      | guisante m    | pois m       | vegetable  | green  | 1    | -        | -
cabbage  | col f         | chou m       | vegetable  | green  | 14   | -        | -
cucumber | pepino m      | concombre m  | vegetable  | green  | 10   | -        | -
milk     | leche f       | lait m       | drink      | white  | -    | -        | -
coffee   | café m        | café m       | drink      | black  | -    | -        | -
tea      | té m          | thé m        | drink      | brown  | -    | -        | -
juice    | zumo m        | jus m        | drink      | orange | -    | -        | -
bread    | pan m         | pain m       | food       | brown  | -    | -        | -
cheese   | queso m       | fromage m    | food       | yellow | -    | -        | -
egg      | huevo m       | œuf m        | food       | white  | 4    | -        | -
cake     | pastel m      | gâteau m     | food       | brown  | 16   | -        | -
soup     | sopa f        | soupe f      | food       | orange | -    | -        | -
table    | mesa f        | table f      | furniture  | brown  | 60   | wood     | to eat at
chair    | silla f       | chaise f     | furniture  | brown  | 50   | wood     | to sit on
bed      | cama f        | lit m        | furniture  | white  | 70   | wood     | to sleep in
shelf    | estante m     | étagère f    | furniture  | brown  | 52   | wood     | to keep books
knife    | cuchillo m    | couteau m    | tool       | grey   | 11   | metal    | to cut bread
hammer   | martillo m    | marteau m    | tool       | grey   | 13   | metal    | to hit nails
saw      | sierra f      | scie f       | tool       | grey   | 20   | metal    | to cut wood
spoon    | cuchara f     | cuillère f   | tool       | grey   | 9    | metal    | to eat soup
key      | llave f       | clé f        | tool       | grey   | 3    | metal    | to open a door
broom    | escoba f      | balai m      | tool       | brown  | 48   | wood     | to sweep the floor
pencil   | lápiz m       | crayon m     | tool       | yellow | 7    | wood     | to write
umbrella | paraguas m    | parapluie m  | tool       | black  | 35   | cloth    | to stay dry
shirt    | camisa f      | chemise f    | clothing   | white  | 30   | cotton   | to wear
hat      | sombrero m    | chapeau m    | clothing   | black  | 20   | wool     | to keep the head warm
coat     | abrigo m      | manteau m    | clothing   | blue   | 45   | wool     | to stay warm
shoe     | zapato m      | chaussure f  | clothing   | black  | 18   | leather  | to walk
sock     | calcetín m    | chaussette f | clothing   | white  | 12   | cotton   | to keep the feet warm
glove    | guante m      | gant m       | clothing   | red    | 12   | wool     | to keep the hands warm
window   | ventana f     | fenêtre f    | house part | white  | 62   | glass    | to let light in
door     | puerta f      | porte f      | house part | brown  | 70   | wood     | to go in and out
bottle   | botella f     | bouteille f  | container  | green  | 17   | glass    | to keep water
cup      | taza f        | tasse f      | container  | white  | 8    | glass    | to drink tea
box      | caja f        | boîte f      | container  | brown  | 25   | paper    | to keep things
book     | libro m       | livre m      | object     | red    | 14   | paper    | to read
lamp     | lámpara f     | lampe f      | object     | yellow | 24   | metal    | to give light
clock    | reloj m       | horloge f    | object     | white  | 19   | metal    | to tell the time
ball     | pelota f      | balle f      | toy        | red    | 12   | rubber   | to play
doll     | muñeca f      | poupée f     | toy        | pink   | 18   | cloth    | to play
kite     | cometa f      | cerf-volant m| toy        | blue   | 32   | paper    | to fly in the wind
car      | coche m       | voiture f    | vehicle    | red    | 85   | metal    | to drive
bus      | autobús m     | bus m        | vehicle    | yellow | 93   | metal    | to carry people
train    | tren m        | train m      | vehicle    | green  | 98   | metal    | to travel far
boat     | barco m       | bateau m     | vehicle    | white  | 91   | wood     | to cross the water
bicycle  | bicicleta f   | vélo m       | vehicle    | blue   | 64   | metal    | to ride
plane    | avión m       | avion m      | vehicle    | white  | 99   | metal    | to fly
drum     | tambor m      | tambour m    | instrument | red    | 33   | wood     | to make music
piano    | piano m       | piano m      | instrument | black  | 73   | wood     | to make music
guitar   | guitarra f    | guitare f    | instrument | brown  | 44   | wood     | to make music
tree     | árbol m       | arbre m      | plant      | green  | 94   | -        | -
rose     | rosa f        | rose f       | plant      | red    | 12   | -        | -
grass    | hierba f      | herbe f      | plant      | green  | -    | -        | -
snow     | nieve f       | neige f      | weather    | white  | -    | -        | -
rain     | lluvia f      | pluie f      | weather    | grey   | -    | -        | -
sun      | sol m         | soleil m     | star       | yellow | 120  | -        | -
moon     | luna f        | lune f       | -          | white  | 110  | -        | -
sky      | cielo m       | ciel m       | -          | blue   | -    | -        | -
sea      | mar m         | mer f        | -          | blue   | 105  | -        | -
`);

export type Thing = (typeof things)[number];

/** Whether a thing is counted by no one: milk, snow, bread. Such rows have no size. */
export const isMass = (row: { size: string }): boolean => row.size === '-';
