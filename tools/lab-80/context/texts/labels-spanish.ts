/** The labels of classes in Spanish; `labels-english.ts` tells what the signs mean. */
export const labelsSpanish = `
# drawer
? ¿Qué cajón es para {k}?
? ¿En qué cajón busco {k}?
? Dime el cajón para {k}.
? ¿Qué cajón hay que abrir para encontrar {k}?
+ Encontrarás {k} en el cajón {v}.

# museum
? ¿En qué sala está {k}?
? ¿Qué sala del museo muestra {k}?
? Dime la sala para {k}.
? ¿Por qué sala hay que pasar para ver {k}?
+ El museo muestra {k} en la sala {v}.

# type
? ¿Qué tipo tiene {k}?
? ¿Cuál es el tipo de {k}?
? Dime el tipo de {k}.
? ¿Qué tipo debo escribir para {k}?
+ El tipo de {k} es {v}.

# pile
? ¿En qué montón cuento {k}?
? ¿Qué montón cuenta {k}?
? Dime el montón para {k}.
? ¿A qué montón debo sumar {k}?
+ Contamos {k} en el montón {v}.

# tag
? ¿Qué etiqueta recibe {k}?
? ¿Qué etiqueta lleva {k}?
? Dime la etiqueta para {k}.
? ¿Con qué etiqueta marco {k}?
+ La etiqueta para {k} es {v}.

# folder
? ¿En qué carpeta está la nota sobre {k}?
? ¿Qué carpeta guarda {k}?
? Dime la carpeta de {k}.
? ¿En qué carpeta busco una nota sobre {k}?
+ La nota sobre {k} está en la carpeta {v}.

# heading
? ¿Bajo qué título escribo {k}?
? ¿Qué título tiene debajo {k}?
? Dime el título para {k}.
? ¿Debajo de qué título pondrías {k}?
+ Por favor, escribe {k} bajo el título {v}.

# ink
? ¿Con qué tinta escribo {k}?
? ¿Qué tinta es para {k}?
? Dime la tinta para {k}.
? ¿Qué tinta elegirías para escribir {k}?
+ Escribimos {k} con la tinta {v}.

# gate
? Tú guardas las puertas. ¿Qué puerta es para {k}?
? Guardián, ¿qué puerta lleva a {k}?
? Tú guardas las puertas. Dime la puerta para {k}.
? Guardián, ¿qué puerta abres para {k}?
+ Yo abro la puerta {v} para {k}.

# spell
? Eres un mago. ¿Qué hechizo llama a {k}?
? Mago, ¿con qué hechizo llamas a {k}?
? Eres un mago. Dime el hechizo para {k}.
? Mago, ¿qué hechizo usas con {k}?
+ El hechizo que llama a {k} es {v}.

# side
? ¿En qué lado está {k}?
? ¿Qué lado tiene {k}?
? Dime el lado de {k}.
? ¿A qué lado habría que mandar {k}?
+ En este juego {k} está en el lado {v}.

# road
? ¿Qué camino lleva a {k}?
? ¿Por qué camino llego a {k}?
? Dime el camino hacia {k}.
? ¿Qué camino hay que tomar para {k}?
+ El camino hacia {k} se llama {v}.
`;
