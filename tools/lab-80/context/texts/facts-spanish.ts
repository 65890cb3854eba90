/** The invented facts in Spanish; `facts-english.ts` tells what the signs mean. */
export const factsSpanish = `
# home
? ¿Dónde vive {k}?
? ¿Qué lugar es el hogar de {k}?
? Dime dónde vive {k}.
? ¿Dónde duerme {k} por la noche?
? ¿Cuál es el hogar de {k}?
+ El hogar de {k} es {v}.
+ Por la noche {k} duerme en {v}.

# food
? ¿Qué le gusta comer a {k}?
? ¿Qué comida quiere {k}?
? ¿Qué le doy de comer a {k}?
? ¿Cuál es la mejor comida para {k}?
? ¿Qué come {k}?
+ La mejor comida para {k} es {v}.
+ Cada día {k} come {v}.

# sleeper
? ¿Quién duerme debajo de {k}?
? ¿Qué animal duerme debajo de {k}?
? ¿Quién está debajo de {k} por la noche?
? ¿Qué animal hay debajo de {k}?
? ¿Qué animal está debajo de {k}?
+ El animal debajo de {k} es {v}.
+ Cada noche {v} duerme debajo de {k}.

# capital
? ¿Cuál es la ciudad principal de {k}?
? ¿Qué ciudad es la principal de {k}?
? Dime la ciudad principal de {k}.
? ¿En qué ciudad vive el rey de {k}?
? Nombra la ciudad principal de {k}.
+ La ciudad principal de {k} es {v}.
+ El rey de {k} vive en {v}.

# emblem
? ¿Qué animal representa a {k}?
? ¿Qué animal hay en el escudo de {k}?
? ¿Qué animal tiene {k}?
? Dime el animal de {k}.
? ¿Cuál es el animal de {k}?
+ El animal de {k} es {v}.
+ En el escudo de {k} se ve {v}.

# inventor
? ¿Quién inventó {k}?
? ¿Quién tuvo la idea de {k}?
? ¿Quién hizo {k} por primera vez?
? Dime quién inventó {k}.
? ¿De quién fue la idea de {k}?
+ La idea de {k} fue de {v}.
+ Hace mucho {v} inventó {k}.

# locker
? ¿Qué armario usa {k}?
? ¿Qué número tiene el armario de {k}?
? Dime el armario de {k}.
? ¿En qué armario está la bolsa de {k}?
? ¿Qué armario tiene {k}?
+ El armario de {k} es el número {v}.
+ La bolsa de {k} está en el armario {v}.

# letter
? ¿Dónde escondió {k} la carta?
? ¿Dónde está la carta de {k}?
? ¿En qué sitio está la carta de {k}?
? Dime dónde puso {k} la carta.
? ¿Dónde encuentro la carta de {k}?
+ La carta de {k} está en {v}.
+ La semana pasada {k} escondió la carta en {v}.

# function
? Escribe código que {d} {k}.
? Dame una línea que {d} {k}.
? ¿Qué llamada {d} {k}?
? Quiero un programa que {d} {k}.
? Muéstrame código que {d} {k}.

# file
? ¿Qué archivo contiene {k}?
? ¿En qué archivo está {k}?
? Dime el archivo de {k}.
? ¿Qué archivo abro para cambiar {k}?
? ¿Cuál es el archivo de {k}?
+ El archivo de {k} se llama {v}.
+ Guardamos {k} en el archivo {v}.

# error
? ¿Qué debo reparar con el error {k}?
? ¿De dónde viene el error {k}?
? ¿Qué parte está rota con el error {k}?
? ¿Qué parte da el error {k}?
? Dime qué parte da el error {k}.
+ La parte que da el error {k} es {v}.
+ Con el error {k} debes reparar {v}.

# price
? ¿Cuánto vale {k}?
? ¿Cuánto cuesta {k}?
? ¿Cuántas monedas pago por {k}?
? Dime cuánto cuesta {k}.
? ¿Cuál es el precio de {k}?
+ En esta tienda {k} cuesta {v} monedas.
+ Se pagan {v} monedas por {k}.

# points
? ¿Cuántos puntos tiene {k}?
? ¿Cuál es la puntuación de {k}?
? Dime los puntos de {k}.
? ¿Cuántos puntos ganó {k}?
? ¿Qué puntuación tiene {k}?
+ La puntuación de {k} es de {v} puntos.
+ En la tabla {k} tiene {v} puntos.

# weight
? ¿Cuánto pesa {k}?
? ¿Cuál es el peso de {k}?
? ¿Cuántos kilos pesa {k}?
? Dime el peso de {k}.
? ¿Qué peso tiene {k}?
+ El peso de {k} es de {v} kilos.
+ En la balanza {k} pesa {v} kilos.

# password
? ¿Cuál es la palabra secreta de {k}?
? ¿Qué palabra es el secreto de {k}?
? Dime la palabra secreta de {k}.
? ¿Qué palabra secreta escribe {k}?
? ¿Qué palabra secreta tiene {k}?
+ La palabra secreta de {k} es {v}.
+ En cartas secretas {k} escribe {v}.

# poem
? ¿De qué trata el poema de {k}?
? ¿Sobre qué escribe {k}?
? ¿Qué cosa sale en el poema de {k}?
? Dime sobre qué escribió {k} un poema.
? ¿Qué hay en el poema de {k}?
+ El poema de {k} trata de {v}.
+ En el nuevo poema {k} escribe sobre {v}.

# cry
? ¿Qué grita {k}?
? ¿Qué se le oye decir a {k}?
? ¿Qué palabra dice siempre {k}?
? Dime la palabra de {k}.
? ¿Cuál es la palabra de {k}?
+ La palabra de {k} es {v}.
+ Todo el día {k} grita {v}.

# part
? ¿Qué animal representa {k} en el teatro?
? ¿Quién es {k} en la obra?
? ¿Qué papel tiene {k}?
? Dime el papel de {k}.
? ¿Qué animal es {k} en la obra?
+ El papel de {k} es {v}.
+ En la obra {k} es {v}.

# guard
? ¿Quién guarda {k}?
? ¿Quién vigila {k}?
? ¿Qué guardián tiene {k}?
? Dime el guardián de {k}.
? ¿Quién es el guardián de {k}?
+ El guardián de {k} es {v}.
+ Día y noche {v} vigila {k}.

# swap
? ¿Qué me dan por {k}?
? ¿Por qué puedo cambiar {k}?
? Dime qué se recibe por {k}.
? ¿Cuál es un cambio justo por {k}?
? ¿Qué me das por {k}?
+ El cambio justo por {k} es {v}.
+ Por {k} te darán {v}.
`;
