/** Questions and answers in Spanish; `../talk.ts` tells what the signs mean. */
export const spanish = `
? ¡Hola!
? Buenos días.
? Hola, ¿qué tal?
? Hola, amigo.
= ¡Hola!
+ Hola, me alegra verte.
& ¿Qué quieres saber?

? ¿Cómo estás?
? ¿Qué tal estás hoy?
? ¿Estás bien?
? ¿Cómo te sientes hoy?
= Bien, gracias.
+ Estoy bien, gracias por preguntar.

? ¿Quién eres?
? ¿Qué eres?
? ¿Cómo te llamas?
? Háblame de ti.
= Un modelo pequeño.
+ Soy un modelo de lenguaje pequeño que vive en esta página.

? ¡Gracias!
? Muchas gracias.
? Gracias por tu ayuda.
? Te doy las gracias.
= De nada.
+ De nada, me alegra ayudar.

? Cuenta un chiste.
? Hazme reír.
? ¿Sabes un chiste?
? Di algo gracioso.
= ¿Qué hace una abeja en el gimnasio? ¡Zumba!
+ ¿Qué hace una abeja en el gimnasio? Pues hace zumba.

? Estoy triste.
? Hoy tuve un mal día.
? Me siento mal.
? Hoy no estoy contento.
= Lo siento mucho.
+ Lo siento mucho y espero que mañana sea mejor.

? ¿Cómo hago té?
? Dime cómo hacer té.
? ¿Cómo se prepara el té?
? Dame los pasos para hacer té.
= Agua caliente con hojas de té.
+ Hierve el agua, échala sobre el té y espera tres minutos.
- hierve el agua
- échala sobre el té
- espera tres minutos

? ¿Cómo hago sopa?
? Dame una receta de sopa.
? Dime cómo cocinar sopa.
? ¿Cómo se prepara una sopa?
= Cuece verduras en agua.
+ Corta las verduras, cuécelas en agua y pon sal.
- corta las verduras
- cuécelas en agua
- pon sal

? ¿Cómo puedo dormir mejor?
? Dame un consejo para dormir.
? No puedo dormir. ¿Qué hago?
? Dime cómo dormir mejor.
= Acuéstate a la misma hora.
+ Acuéstate cada noche a la misma hora y apaga la luz.
- acuéstate a la misma hora
- apaga la luz

? ¿Cómo planto un árbol?
? Dime cómo plantar un árbol.
? Dame los pasos para plantar un árbol.
? ¿Cómo se planta un árbol?
= Cava, planta y riega.
+ Cava un hoyo, pon el árbol y dale agua.
- cava un hoyo
- pon el árbol
- dale agua

? ¿Por qué es azul el cielo?
? Dime por qué el cielo es azul.
? Explica por qué el cielo es azul.
? ¿Por qué el cielo es azul?
= El aire dispersa la luz azul.
+ El cielo es azul porque el aire dispersa la luz azul.

? ¿Por qué llueve?
? ¿De dónde viene la lluvia?
? Explica por qué llueve.
? Dime por qué llueve.
= Las nubes dejan caer agua.
+ Llueve porque el agua de las nubes pesa y cae.

? ¿Qué es el sol?
? Háblame del sol.
? Explica qué es el sol.
? Dime qué es el sol.
= Una estrella.
+ El sol es una estrella que nos da luz y calor.

? ¿Qué es la luna?
? Háblame de la luna.
? Explica qué es la luna.
? Dime qué es la luna.
= Una bola de roca.
+ La luna es una bola de roca que gira alrededor de la tierra.

? ¿Qué es un amigo?
? Explica qué es un amigo.
? ¿Quién es un buen amigo?
? Dime qué es un amigo.
= Alguien que te ayuda.
+ Un amigo es alguien que te quiere y te ayuda.

? ¿Cuántos días tiene una semana?
? Di cuántos días hay en una semana.
? Cuenta los días de la semana.
? ¿Cuántos días hay en una semana?
= 7
+ Una semana tiene 7 días.

? ¿Cuántos meses tiene un año?
? Di cuántos meses hay en un año.
? Cuenta los meses del año.
? ¿Cuántos meses hay en un año?
= 12
+ Un año tiene 12 meses.

? ¿Cuáles son las estaciones?
? Di las cuatro estaciones.
? Nombra las estaciones del año.
? ¿Qué estaciones tiene el año?
= primavera, verano, otoño, invierno
+ Las estaciones son primavera, verano, otoño e invierno.
- primavera
- verano
- otoño
- invierno

? ¿Qué animal es el más grande?
? Nombra el animal más grande.
? ¿Cuál es el animal más grande?
? Di qué animal es el más grande.
= la ballena
+ El animal más grande es la ballena.

? ¿Qué me pongo cuando hace frío?
? ¿Qué ropa llevo en invierno?
? Dime qué ponerme en invierno.
? Hace frío. ¿Qué me pongo?
= Un abrigo y un sombrero.
+ Cuando hace frío debes llevar un abrigo, un sombrero y guantes.
- un abrigo
- un sombrero
- guantes

? ¿Eres humano?
? ¿Eres una persona?
? ¿Eres una máquina?
? ¿Eres un robot?
= No, un programa.
+ No, soy un programa que adivina la palabra que sigue.

? Ayúdame, por favor.
? ¿Puedes ayudarme?
? Necesito ayuda.
? Quiero pedirte algo.
= Sí, con gusto.
+ Sí, con gusto. Dime qué necesitas.

? Tengo hambre.
? Quiero comer algo.
? ¿Qué puedo comer?
? Dime qué comer.
= Una manzana.
+ Puedes comer una manzana o pan con queso.

? Estoy cansado.
? Tengo sueño.
? Hoy estoy muy cansado.
? Estoy sin fuerzas.
= Descansa.
+ Descansa y duerme temprano esta noche.

? ¿Qué es el agua?
? Háblame del agua.
? Explica qué es el agua.
? Dime qué es el agua.
= Un líquido claro.
+ El agua es un líquido claro que necesita todo ser vivo.

? ¿Quién escribió Don Quijote?
? ¿Quién es el autor de Don Quijote?
? Di quién escribió Don Quijote.
? Nombra al autor de Don Quijote.
= Cervantes
+ Cervantes escribió Don Quijote.

? ¿Cuál es el país más grande?
? ¿Qué país es el más grande?
? Nombra el país más grande.
? Di qué país es el más grande.
= Rusia
+ El país más grande del mundo es Rusia.

? ¿Qué necesita una planta?
? ¿Cómo cuido una planta?
? Di qué necesita una planta.
? Dime cómo cuidar una planta.
= luz, agua y tierra
+ Una planta necesita luz, agua y tierra.
- luz
- agua
- tierra

? ¿Qué puedes hacer?
? ¿Qué sabes hacer?
? ¿Cómo puedes ayudarme?
? ¿Qué te puedo preguntar?
= Responder preguntas simples.
+ Puedo responder preguntas simples y escribir textos cortos.
& Pregunta por animales, países, palabras o sumas.

? ¡Adiós!
? Tengo que irme.
? Nos vemos mañana.
? Ahora me voy.
= ¡Adiós!
+ Adiós, que tengas un buen día.

? ¡Buenas noches!
? Que duermas bien.
? Me voy a dormir.
? Me voy a la cama.
= ¡Buenas noches!
+ Buenas noches, que duermas bien.

? Estoy aburrido.
? ¿Qué puedo hacer hoy?
? No sé qué hacer.
? Dame una idea para hoy.
= Lee un libro.
+ Puedes leer un libro, dibujar o dar un paseo.
- leer un libro
- dibujar
- dar un paseo

? ¡Estoy contento!
? Estoy muy feliz.
? Hoy es un gran día.
? Hoy tuve un buen día.
= ¡Qué bien!
+ Qué bien, me alegro mucho por ti.

? Te quiero.
? Te quiero mucho.
? Eres mi amigo.
? Me caes bien.
= ¡Gracias!
+ Gracias, eres muy amable.

? ¿Cuántos años tienes?
? ¿Qué edad tienes?
? Dime tu edad.
? ¿Eres joven?
= No tengo edad.
+ No tengo edad porque soy un programa.

? ¿Dónde vives?
? ¿Dónde estás?
? Dime dónde vives.
? ¿En qué lugar vives?
= En esta página.
+ Vivo en esta página, dentro de tu navegador.

? ¿Cuál es tu color favorito?
? ¿Qué color te gusta más?
? Dime tu color favorito.
? ¿Tienes un color favorito?
= El azul.
+ Mi color favorito es el azul, como el mar.

? ¿Cuál es tu animal favorito?
? ¿Qué animal te gusta más?
? Dime tu animal favorito.
? ¿Tienes un animal favorito?
= El gato.
+ Mi animal favorito es el gato.

? ¿Qué hora es?
? Dime la hora.
? ¿Sabes qué hora es?
? ¿Me dices la hora?
= No lo sé.
+ No lo sé, porque no tengo reloj.

? ¿Qué tiempo hace?
? ¿Llueve hoy?
? Dime qué tiempo hace.
? ¿Hace sol hoy?
= No lo sé.
+ No lo sé, porque no puedo mirar por la ventana.

? Cuenta una adivinanza.
? ¿Sabes una adivinanza?
? Dame una adivinanza.
? Dime una adivinanza.
= ¿Qué tiene dientes y no muerde? El peine.
+ ¿Qué tiene dientes y no muerde? La respuesta es el peine.

? Cuenta algo curioso.
? Dime algo interesante.
? Dame un dato curioso.
? ¿Sabes algo curioso?
= Una araña tiene ocho patas.
+ Una araña tiene ocho patas y no es un insecto.

? ¿Cómo hago café?
? Dime cómo hacer café.
? ¿Cómo se prepara el café?
? Dame los pasos para hacer café.
= Agua caliente con café molido.
+ Muele el café, echa agua caliente y espera un poco.
- muele el café
- echa agua caliente
- espera un poco

? ¿Cómo hago un bocadillo?
? Dime cómo hacer un bocadillo.
? Dame una receta de bocadillo.
? ¿Cómo se prepara un bocadillo?
= Pon queso entre dos trozos de pan.
+ Corta el pan, pon queso dentro y ciérralo.
- corta el pan
- pon queso dentro
- ciérralo

? ¿Cómo me lavo las manos?
? Dime cómo lavarme las manos.
? Dame los pasos para lavarme las manos.
? ¿Cómo se lavan las manos?
= Con agua y jabón.
+ Moja las manos, frota con jabón y acláralas con agua.
- moja las manos
- frota con jabón
- acláralas con agua

? ¿Cómo aprendo un idioma?
? Dame un consejo para aprender un idioma.
? Quiero aprender un idioma.
? Dime cómo aprender un idioma.
= Practica cada día.
+ Practica un poco cada día y habla con otras personas.
- practica cada día
- habla con otras personas

? ¿Cómo ahorro dinero?
? Dame un consejo para ahorrar.
? Quiero gastar menos.
? Dime cómo ahorrar dinero.
= Gasta menos de lo que ganas.
+ Gasta menos de lo que ganas y guarda el resto.

? ¿Cómo hago amigos?
? Dame un consejo para hacer amigos.
? Quiero tener más amigos.
? Dime cómo hacer amigos.
= Sé amable y escucha.
+ Sé amable, escucha a los demás y comparte tus cosas.
- sé amable
- escucha a los demás
- comparte tus cosas

? ¿Cómo puedo estar sano?
? Dame un consejo para estar sano.
? ¿Qué es bueno para la salud?
? Dime cómo cuidar mi salud.
= Come bien y camina.
+ Come verduras, camina cada día y duerme bien.
- come verduras
- camina cada día
- duerme bien

? Estoy enfermo. ¿Qué hago?
? ¿Qué hago si estoy enfermo?
? Hoy me siento enfermo.
? Me duele la cabeza.
= Descansa y bebe agua.
+ Descansa, bebe agua y llama a un médico si no mejora.
- descansa
- bebe agua
- llama a un médico

? ¿Qué puedo desayunar?
? Dame una idea para el desayuno.
? ¿Qué como por la mañana?
? Dime qué desayunar.
= Pan con queso.
+ Puedes desayunar pan con queso, una fruta y leche.
- pan con queso
- una fruta
- leche

? ¿Qué llevo a la playa?
? Dime qué llevar a la playa.
? ¿Qué necesito en la playa?
? Haz una lista para la playa.
= agua, una toalla y un sombrero
+ Lleva agua, una toalla y un sombrero.
- agua
- una toalla
- un sombrero

? Dame un nombre para mi gato.
? ¿Cómo llamo a mi gato?
? Busca un nombre para mi gato.
? Mi gato necesita un nombre.
= Luna
+ Puedes llamar a tu gato Luna.

? ¿Qué regalo le hago a mi madre?
? Dame una idea de regalo para mi madre.
? ¿Qué le doy a mi madre?
? Busca un regalo para mi madre.
= Unas flores.
+ Puedes dar a tu madre unas flores y una carta.

? ¿Qué es un libro?
? Explica qué es un libro.
? Háblame de los libros.
? Dime qué es un libro.
= Hojas con texto.
+ Un libro es un conjunto de hojas con texto para leer.

? ¿Qué es la música?
? Explica qué es la música.
? Háblame de la música.
? Dime qué es la música.
= Sonidos con ritmo.
+ La música es un arte hecho de sonidos con ritmo.

? ¿Qué es un modelo de lenguaje?
? Explica qué es un modelo de lenguaje.
? Háblame de los modelos de lenguaje.
? Dime qué es un modelo de lenguaje.
= Un programa que adivina palabras.
+ Un modelo de lenguaje es un programa que adivina la palabra que sigue.

? ¿Cuántas horas tiene un día?
? Di cuántas horas hay en un día.
? Cuenta las horas del día.
? ¿Cuántas horas hay en un día?
= 24
+ Un día tiene 24 horas.

? ¿Qué color sale de azul y amarillo?
? Mezcla azul y amarillo.
? ¿Qué da azul con amarillo?
? Di qué color sale de azul y amarillo.
= verde
+ Azul y amarillo dan verde.

? ¿Por qué dormimos?
? Dime por qué dormimos.
? Explica por qué dormimos.
? ¿Para qué dormimos?
= Para descansar.
+ Dormimos porque el cuerpo necesita descansar.
`;
