/** The labels of classes in Spanish; `labels-english.ts` tells what the signs mean. */
export const labelsSpanish = `
# drawer
? ¿Qué cajón es para {k}?
? ¿En qué cajón está {k}?
? Dime el cajón para {k}.
? ¿Qué cajón abro para {k}?
+ Encontrarás {k} en el cajón {v}.

# museum
? ¿En qué sala está {k}?
? ¿Qué sala del museo muestra {k}?
? Dime la sala para {k}.
? ¿En qué sala veo {k}?
+ El museo muestra {k} en la sala {v}.

# type
? ¿Qué tipo tiene {k}?
? ¿Cuál es el tipo de {k}?
? Dime el tipo de {k}.
? ¿De qué tipo es {k}?
+ El tipo de {k} es {v}.

# pile
? ¿En qué montón pongo {k}?
? ¿Qué montón es para {k}?
? Dime el montón para {k}.
? ¿En qué montón va {k}?
+ Ponemos {k} en el montón {v}.

# tag
? ¿Qué etiqueta recibe {k}?
? ¿Qué etiqueta lleva {k}?
? Dime la etiqueta para {k}.
? ¿Qué etiqueta tiene {k}?
+ La etiqueta para {k} es {v}.

# folder
? ¿En qué carpeta está la nota sobre {k}?
? ¿Qué carpeta guarda {k}?
? Dime la carpeta de {k}.
? ¿Qué carpeta tiene la nota sobre {k}?
+ La nota sobre {k} está en la carpeta {v}.

# heading
? ¿Bajo qué título escribo {k}?
? ¿Qué título uso para {k}?
? Dime el título para {k}.
? ¿Qué título es para {k}?
+ Por favor, escribe {k} bajo el título {v}.

# ink
? ¿Con qué tinta escribo {k}?
? ¿Qué tinta es para {k}?
? Dime la tinta para {k}.
? ¿Qué tinta tomo para {k}?
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
? Mago, ¿qué hechizo es para {k}?
+ El hechizo que llama a {k} es {v}.

# side
? ¿En qué lado está {k}?
? ¿Qué lado es para {k}?
? Dime el lado de {k}.
? ¿Cuál es el lado de {k}?
+ En este juego {k} está en el lado {v}.

# road
? ¿Qué camino lleva a {k}?
? ¿Por qué camino llego a {k}?
? Dime el camino hacia {k}.
? ¿Qué camino tomo para llegar a {k}?
+ El camino hacia {k} se llama {v}.
`;
