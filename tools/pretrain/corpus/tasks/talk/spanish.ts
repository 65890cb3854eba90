/** Questions and answers in Spanish; `../talk.ts` tells what the signs mean. */
export const spanish = `
? ¡Hola!
? Buenos días.
? Hola, ¿qué tal?
= ¡Hola!
+ Hola, me alegra verte.
& ¿Qué quieres saber?

? ¿Cómo estás?
? ¿Qué tal estás hoy?
? ¿Estás bien?
= Bien, gracias.
+ Estoy bien, gracias por preguntar.

? ¿Quién eres?
? ¿Qué eres?
? ¿Cómo te llamas?
= Un modelo pequeño.
+ Soy un modelo de lenguaje pequeño que vive en esta página.

? ¡Gracias!
? Muchas gracias.
? Gracias por tu ayuda.
= De nada.
+ De nada, me alegra ayudar.

? Cuenta un chiste.
? Hazme reír.
? ¿Sabes un chiste?
= ¿Qué hace una abeja en el gimnasio? ¡Zumba!
+ ¿Qué hace una abeja en el gimnasio? Pues hace zumba.

? Estoy triste.
? Hoy tuve un mal día.
? Me siento mal.
= Lo siento mucho.
+ Lo siento mucho y espero que mañana sea mejor.

? ¿Cómo hago té?
? Dime cómo hacer té.
? ¿Cómo se prepara el té?
= Agua caliente con hojas de té.
+ Hierve el agua, échala sobre el té y espera tres minutos.
- hierve el agua
- échala sobre el té
- espera tres minutos

? ¿Cómo hago sopa?
? Dame una receta de sopa.
? Dime cómo cocinar sopa.
= Cuece verduras en agua.
+ Corta las verduras, cuécelas en agua y pon sal.
- corta las verduras
- cuécelas en agua
- pon sal

? ¿Cómo puedo dormir mejor?
? Dame un consejo para dormir.
? No puedo dormir. ¿Qué hago?
= Acuéstate a la misma hora.
+ Acuéstate cada noche a la misma hora y apaga la luz.
- acuéstate a la misma hora
- apaga la luz

? ¿Cómo planto un árbol?
? Dime cómo plantar un árbol.
? Dame los pasos para plantar un árbol.
= Cava, planta y riega.
+ Cava un hoyo, pon el árbol y dale agua.
- cava un hoyo
- pon el árbol
- dale agua

? ¿Por qué es azul el cielo?
? Dime por qué el cielo es azul.
? Explica por qué el cielo es azul.
= El aire dispersa la luz azul.
+ El cielo es azul porque el aire dispersa la luz azul.

? ¿Por qué llueve?
? ¿De dónde viene la lluvia?
? Explica por qué llueve.
= Las nubes dejan caer agua.
+ Llueve porque el agua de las nubes pesa y cae.

? ¿Qué es el sol?
? Háblame del sol.
? Explica qué es el sol.
= Una estrella.
+ El sol es una estrella que nos da luz y calor.

? ¿Qué es la luna?
? Háblame de la luna.
? Explica qué es la luna.
= Una bola de roca.
+ La luna es una bola de roca que gira alrededor de la tierra.

? ¿Qué es un amigo?
? Explica qué es un amigo.
? ¿Quién es un buen amigo?
= Alguien que te ayuda.
+ Un amigo es alguien que te quiere y te ayuda.

? ¿Cuántos días tiene una semana?
? Di cuántos días hay en una semana.
? Cuenta los días de la semana.
= 7
+ Una semana tiene 7 días.

? ¿Cuántos meses tiene un año?
? Di cuántos meses hay en un año.
? Cuenta los meses del año.
= 12
+ Un año tiene 12 meses.

? ¿Cuáles son las estaciones?
? Di las cuatro estaciones.
? Nombra las estaciones del año.
= primavera, verano, otoño, invierno
+ Las estaciones son primavera, verano, otoño e invierno.
- primavera
- verano
- otoño
- invierno

? ¿Qué animal es el más grande?
? Nombra el animal más grande.
? ¿Cuál es el animal más grande?
= la ballena
+ El animal más grande es la ballena.

? ¿Qué me pongo cuando hace frío?
? ¿Qué ropa llevo en invierno?
? Dime qué ponerme en invierno.
= Un abrigo y un sombrero.
+ Cuando hace frío debes llevar un abrigo, un sombrero y guantes.
- un abrigo
- un sombrero
- guantes

? ¿Eres humano?
? ¿Eres una persona?
? ¿Eres una máquina?
= No, un programa.
+ No, soy un programa que adivina la palabra que sigue.

? Ayúdame, por favor.
? ¿Puedes ayudarme?
? Necesito ayuda.
= Sí, con gusto.
+ Sí, con gusto. Dime qué necesitas.

? Tengo hambre.
? Quiero comer algo.
? ¿Qué puedo comer?
= Una manzana.
+ Puedes comer una manzana o pan con queso.

? Estoy cansado.
? Tengo sueño.
? Hoy estoy muy cansado.
= Descansa.
+ Descansa y duerme temprano esta noche.

? ¿Qué es el agua?
? Háblame del agua.
? Explica qué es el agua.
= Un líquido claro.
+ El agua es un líquido claro que necesita todo ser vivo.

? ¿Quién escribió Don Quijote?
? ¿Quién es el autor de Don Quijote?
? Di quién escribió Don Quijote.
= Cervantes
+ Cervantes escribió Don Quijote.

? ¿Cuál es el país más grande?
? ¿Qué país es el más grande?
? Nombra el país más grande.
= Rusia
+ El país más grande del mundo es Rusia.

? ¿Qué necesita una planta?
? ¿Cómo cuido una planta?
? Di qué necesita una planta.
= luz, agua y tierra
+ Una planta necesita luz, agua y tierra.
- luz
- agua
- tierra
`;
