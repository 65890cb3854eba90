/** The invented facts in Spanish; `facts-english.ts` tells what the signs mean. */
export const factsSpanish = `
# home
? ¿Dónde vive {k}?
? ¿Qué lugar es el hogar de {k}?
? Dime dónde vive {k}.
? ¿En qué duerme {k} por la noche?
? ¿A qué llama {k} su hogar?
+ El hogar de {k} es {v}.
+ Por la noche {k} duerme en {v}.

# food
? ¿Qué le gusta comer a {k}?
? ¿Qué comida quiere {k}?
? ¿Qué le doy de comer a {k}?
? ¿Cuál es la mejor comida para {k}?
? ¿Con qué puedo alimentar a {k}?
+ La mejor comida para {k} es {v}.
+ Cada día {k} come {v}.

# sleeper
? ¿Quién duerme debajo de {k}?
? ¿Qué animal duerme debajo de {k}?
? ¿Quién está debajo de {k} por la noche?
? ¿Qué animal hay debajo de {k}?
? ¿Qué animal hizo su cama debajo de {k}?
+ El animal debajo de {k} es {v}.
+ Cada noche {v} duerme debajo de {k}.

# capital
? ¿Cuál es la ciudad principal de {k}?
? ¿Qué ciudad manda en {k}?
? Dime la ciudad principal de {k}.
? ¿En qué ciudad está el rey de {k}?
? ¿Qué ciudad es la primera de {k}?
+ La ciudad principal de {k} es {v}.
+ El rey de {k} está en {v}.

# emblem
? ¿Qué animal representa a {k}?
? ¿Qué hay en el escudo de {k}?
? ¿Qué animal tiene {k} en sus monedas?
? Dime el animal de {k}.
? ¿Qué animal eligió {k} para su escudo?
+ El animal de {k} es {v}.
+ En el escudo de {k} se ve {v}.

# inventor
? ¿Quién inventó {k}?
? ¿Quién tuvo la idea de {k}?
? ¿Quién hizo {k} por primera vez?
? Dime quién inventó {k}.
? ¿A quién damos las gracias por {k}?
+ La idea de {k} fue de {v}.
+ Hace mucho {v} inventó {k}.

# locker
? ¿Qué armario usa {k}?
? ¿Qué número tiene el armario de {k}?
? Dime el armario de {k}.
? ¿En qué armario está la ropa de {k}?
? ¿Dónde busco la bolsa de {k}?
+ El armario de {k} es el número {v}.
+ La bolsa de {k} está en el armario {v}.

# letter
? ¿Dónde escondió {k} la carta?
? ¿Dónde está la carta de {k}?
? ¿En qué está la carta de {k}?
? Dime dónde puso {k} la carta.
? ¿Dónde tengo que buscar la carta de {k}?
+ La carta de {k} está en {v}.
+ La semana pasada {k} escondió la carta en {v}.

# function
? Escribe código que {d} {k}.
? Dame una línea que {d} {k}.
? ¿Qué llamada {d} {k}?
? Quiero un programa que {d} {k}.
? Muéstrame la llamada que {d} {k}.

# file
? ¿Qué archivo contiene {k}?
? ¿En qué archivo está {k}?
? Dime el archivo de {k}.
? ¿Qué archivo abro para cambiar {k}?
? ¿En qué parte del programa se guarda {k}?
+ El archivo de {k} se llama {v}.
+ Guardamos {k} en el archivo {v}.

# error
? ¿Qué significa el error {k}?
? ¿De dónde viene el error {k}?
? ¿Qué está roto con el error {k}?
? ¿Qué parte da el error {k}?
? El programa dice error {k}: ¿qué debo reparar?
+ La parte que da el error {k} es {v}.
+ Con el error {k} debes reparar {v}.

# price
? ¿Cuánto vale {k}?
? ¿Cuánto cuesta {k}?
? ¿Cuántas monedas pago por {k}?
? Dime cuánto cuesta {k}.
? ¿Por cuántas monedas puedo comprar {k}?
+ En esta tienda {k} cuesta {v} monedas.
+ Se pagan {v} monedas por {k}.

# points
? ¿Cuántos puntos tiene {k}?
? ¿Cuál es la puntuación de {k}?
? Dime los puntos de {k}.
? ¿Cuántos puntos ganó {k}?
? ¿Qué pone al lado de {k} en la tabla?
+ La puntuación de {k} es de {v} puntos.
+ En la tabla {k} tiene {v} puntos.

# weight
? ¿Cuánto pesa {k}?
? ¿Cuál es el peso de {k}?
? ¿Cuántos kilos pesa {k}?
? Dime el peso de {k}.
? ¿Qué muestra la balanza para {k}?
+ El peso de {k} es de {v} kilos.
+ En la balanza {k} pesa {v} kilos.

# password
? ¿Cuál es la palabra secreta de {k}?
? ¿Qué palabra abre el diario de {k}?
? Dime la palabra secreta de {k}.
? ¿Qué escribe {k} encima de cada carta?
? ¿Qué palabra secreta eligió {k}?
+ La palabra secreta de {k} es {v}.
+ En cartas secretas {k} escribe {v}.

# poem
? ¿De qué trata el poema de {k}?
? ¿Sobre qué escribe {k}?
? ¿Qué cosa sale en el poema de {k}?
? Dime sobre qué escribió {k} un poema.
? ¿De qué nos habla {k} en su poema?
+ El poema de {k} trata de {v}.
+ En el nuevo poema {k} canta sobre {v}.

# cry
? ¿Qué grita {k}?
? ¿Qué se le oye decir a {k}?
? ¿Qué palabra dice siempre {k}?
? Habla como {k}: ¿cuál es tu palabra?
? ¿Qué palabra gritaría {k}?
+ La palabra de {k} es {v}.
+ Todo el día {k} grita {v}.

# part
? ¿Qué animal representa {k} en el teatro?
? ¿Quién es {k} en la obra?
? ¿Qué papel tiene {k}?
? ¿Qué máscara lleva {k}?
? En el escenario, ¿qué animal es {k}?
+ El papel de {k} es {v}.
+ En la obra {k} es {v}.

# guard
? ¿Quién guarda {k}?
? ¿Quién vigila {k}?
? ¿A quién hay que preguntar antes de tomar {k}?
? Dime el guardián de {k}.
? ¿Quién despierta si alguien roba {k}?
+ El guardián de {k} es {v}.
+ Día y noche {v} vigila {k}.

# swap
? ¿Qué me dan por {k}?
? ¿Por qué puedo cambiar {k}?
? Dime qué se recibe por {k}.
? ¿Cuál es un cambio justo por {k}?
? Si doy {k}, ¿qué me devuelven?
+ El cambio justo por {k} es {v}.
+ Por {k} te darán {v}.
`;
