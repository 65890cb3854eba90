import type { Language } from '../document.ts';

/**
 * Things people say to a helper, with an answer in our own words. An entry is a block of lines:
 * "?" a wording of the question, "=" the short answer, "+" the full answer, "&" one more sentence,
 * "-" a step or member. Blank lines separate entries.
 */
export const talk: Record<Language, string> = {
  en: `
? Hello!
? Hi there.
? Good morning!
? Hey, how is it going?
= Hello!
+ Hello, it is good to meet you.
& What would you like to know?

? How are you?
? How are you today?
? How do you feel?
? Are you well?
= Fine, thanks.
+ I am fine, thank you for asking.
& I hope you are well too.

? Who are you?
? What are you?
? Tell me about yourself.
? What is your name?
= A small model.
+ I am a small language model that lives in this page.
& I know a little about a little world.

? What can you do?
? How can you help me?
? What do you know?
? What should I ask you?
= Answer simple questions.
+ I can answer simple questions and write short texts.
& Ask me about animals, countries, words or small sums.

? Thank you!
? Thanks a lot.
? Thanks for your help.
= You are welcome.
+ You are welcome, I was glad to help.
& Come back when you like.

? Goodbye!
? Bye, see you later.
? I have to go now.
= Goodbye!
+ Goodbye, and have a good day.

? Tell me a joke.
? Make me laugh.
? Do you know a joke?
? Say something funny.
= Why did the cow cross the road? To get to the moo-vies.
+ Why did the cow cross the road? It wanted to go to the moo-vies.

? Tell me a riddle.
? Do you know a riddle?
? Give me a riddle.
= What has hands but cannot clap? A clock.
+ What has hands but cannot clap? The answer is a clock.

? I am sad today.
? I feel sad.
? I had a bad day.
? Can you cheer me up?
= I am sorry to hear that.
+ I am sorry to hear that, and I hope tomorrow is better.
& A walk or a talk with a friend can help.

? I am bored.
? What can I do today?
? Give me something to do.
? I have nothing to do.
= Read a book.
+ You could read a book, draw a picture or go for a walk.
- read a book
- draw a picture
- go for a walk

? How do I make tea?
? How can I make a cup of tea?
? Tell me how to make tea.
? Give me the steps to make tea.
= Pour hot water on tea leaves.
+ Boil the water, pour it on the tea leaves and wait three minutes.
- boil the water
- pour it on the tea leaves
- wait three minutes

? How do I make coffee?
? Tell me how to make coffee.
? How can I brew coffee?
= Pour hot water on ground coffee.
+ Grind the beans, pour hot water on them and let it drip.
- grind the beans
- pour hot water on them
- let it drip

? How do I make soup?
? Give me a recipe for soup.
? Tell me how to cook soup.
? What do I need for vegetable soup?
= Cook vegetables in water.
+ Cut the vegetables, cook them in water and add some salt.
- cut the vegetables
- cook them in water
- add some salt

? How do I make a sandwich?
? Tell me how to make a sandwich.
? Give me a recipe for a sandwich.
= Put cheese between two slices of bread.
+ Take two slices of bread, put butter on them and lay cheese between them.
- take two slices of bread
- put butter on them
- lay cheese between them

? How do I bake a cake?
? Give me a recipe for a cake.
? Tell me how to bake a cake.
? How can I make a simple cake?
= Mix, pour and bake.
+ Mix flour, eggs and sugar, pour the mix into a form and bake it.
- mix flour, eggs and sugar
- pour the mix into a form
- bake it for forty minutes

? How do I cook an egg?
? How can I boil an egg?
? Tell me how to cook an egg.
= Boil it for six minutes.
+ Put the egg in hot water and boil it for six minutes.

? How do I plant a tree?
? Tell me how to plant a tree.
? Give me the steps to plant a tree.
= Dig, plant and water.
+ Dig a hole, put the young tree in it and give it water.
- dig a hole
- put the young tree in it
- give it water

? How do I grow tomatoes?
? How can I grow a plant from a seed?
? What does a plant need to grow?
? What do plants need?
= Light, water and soil.
+ A plant needs light, water and good soil.
- light
- water
- good soil

? How do I wash my hands?
? Tell me how to wash my hands.
? What is the right way to wash hands?
= With soap and water.
+ Wet your hands, rub them with soap and rinse them well.
- wet your hands
- rub them with soap
- rinse them well

? How do I clean my room?
? Tell me how to tidy my room.
? Help me clean my room.
= Sort, sweep and air.
+ Put things in their place, sweep the floor and open the window.
- put things in their place
- sweep the floor
- open the window

? How can I sleep better?
? Give me a tip for better sleep.
? I cannot sleep. What can I do?
? How do I fall asleep?
= Go to bed at the same time.
+ Go to bed at the same time every night and keep the room dark.
- go to bed at the same time
- keep the room dark
- drink no coffee late

? How can I stay healthy?
? Give me tips to stay healthy.
? How do I keep fit?
? What is good for my health?
= Move, eat well and sleep.
+ Move every day, eat fruit and vegetables and sleep well.
- move every day
- eat fruit and vegetables
- sleep well

? How can I learn a language?
? Give me a tip to learn Spanish.
? How do I learn new words?
? Tell me how to learn a language.
= Practise every day.
+ Learn a few words every day and use them with a friend.
- learn a few words every day
- read easy books
- talk with a friend

? How can I save money?
? Give me a tip to save money.
? How do I spend less?
= Write down what you spend.
+ Write down what you spend and buy only what you need.
- write down what you spend
- buy only what you need
- cook at home

? How do I make a friend?
? How can I find new friends?
? Tell me how to make friends.
= Be kind and listen.
+ Be kind, ask questions and listen well.
- be kind
- ask questions
- listen well

? How can I help the planet?
? What can I do for nature?
? Give me tips to help the earth.
= Waste less.
+ You can waste less, plant trees and ride a bicycle.
- waste less
- plant trees
- ride a bicycle

? How do I stay warm in winter?
? What should I wear in winter?
? What do I wear when it is cold?
= A coat, a hat and gloves.
+ In the cold you should wear a coat, a hat and gloves.
- a coat
- a hat
- gloves

? What should I take to the beach?
? What do I pack for the beach?
? Help me pack for a day at the sea.
= Water, a hat and a towel.
+ For the beach you should pack water, a hat and a towel.
- water
- a hat
- a towel

? What can I eat for breakfast?
? Give me an idea for breakfast.
? What is a good breakfast?
= Bread, fruit and tea.
+ A good breakfast is bread with fruit and a cup of tea.
- bread
- fruit
- tea

? What should I cook for dinner?
? Give me an idea for dinner.
? What can I eat tonight?
= Vegetable soup with bread.
+ You could cook a vegetable soup and eat it with bread.
- vegetable soup
- bread
- cheese

? Why is the sky blue?
? Tell me why the sky is blue.
? What makes the sky blue?
? Explain why the sky is blue.
= The air scatters blue light.
+ The sky is blue because the air scatters blue light most.

? Why does it rain?
? What makes rain?
? Tell me why it rains.
? Where does rain come from?
= Clouds let water fall.
+ It rains because water in the clouds grows heavy and falls.

? Why is the grass green?
? Why are leaves green?
? What makes plants green?
= They have a green dye.
+ Plants are green because of a green dye that catches light.

? Why do birds fly?
? How do birds fly?
? What helps a bird fly?
= They have wings.
+ Birds fly because they have wings and light bones.

? Why do we sleep?
? Why do people need sleep?
? Tell me why we sleep.
= To rest.
+ We sleep because body and mind need rest.

? Why is the sea salty?
? What makes the sea salty?
? Why does the sea taste of salt?
= Rivers bring salt.
+ The sea is salty because rivers carry salt from the rocks.

? Why do cats purr?
? Tell me why a cat purrs.
? What does it mean when a cat purrs?
= They feel good.
+ Cats often purr because they feel safe and well.

? Why is ice cold?
? What is ice?
? How does water become ice?
= Frozen water.
+ Ice is water that froze because it was very cold.

? What is the sun?
? Tell me about the sun.
? Explain what the sun is.
? What do you know about the sun?
= A star.
+ The sun is a star that gives us light and heat.

? What is the moon?
? Tell me about the moon.
? Explain what the moon is.
= A ball of rock.
+ The moon is a ball of rock that goes around the earth.

? What is the earth?
? Tell me about the earth.
? What is our planet called?
= Our planet.
+ The earth is the planet on which we live.

? What is water?
? Tell me about water.
? Why is water important?
= A liquid that all life needs.
+ Water is a clear liquid that all living things need.

? What is a river?
? Explain what a river is.
? Tell me what a river is.
= Water that flows to the sea.
+ A river is water that flows through the land to the sea.

? What is a mountain?
? Explain what a mountain is.
? Tell me what a mountain is.
= Very high land.
+ A mountain is very high land made of rock.

? What is a computer?
? Explain what a computer is.
? Tell me about computers.
= A machine that follows a program.
+ A computer is a machine that follows the steps of a program.

? What is a language model?
? Explain what a language model is.
? How does a language model work?
= It guesses the next word.
+ A language model guesses the next word, again and again.

? What is music?
? Tell me about music.
? Explain music to a child.
= Sounds in order.
+ Music is sound put in order so that it is nice to hear.

? What is a book?
? Tell me about books.
? Why should I read books?
= Pages with a story.
+ A book is a pile of pages that tells a story or teaches something.

? What is love?
? Explain love to a child.
? Tell me what love is.
= To care deeply.
+ Love is to care deeply for someone.

? What is a friend?
? Explain what a friend is.
? Who is a good friend?
= Someone who helps you.
+ A friend is someone who likes you and helps you.

? How many days are in a week?
? How long is a week?
? Count the days of a week.
= 7
+ There are 7 days in a week.

? How many months are in a year?
? How long is a year?
? Count the months of a year.
= 12
+ There are 12 months in a year.

? How many hours are in a day?
? How long is a day?
? Count the hours of a day.
= 24
+ There are 24 hours in a day.

? How many minutes are in an hour?
? How long is an hour?
? Count the minutes of an hour.
= 60
+ There are 60 minutes in an hour.

? How many seasons are there?
? Name the seasons.
? What are the four seasons?
? List the seasons of the year.
= spring, summer, autumn, winter
+ The four seasons are spring, summer, autumn and winter.
- spring
- summer
- autumn
- winter

? Name the days of the week.
? What are the days of the week?
? List the seven days.
= Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
+ The days are Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday.
- Monday
- Tuesday
- Wednesday
- Thursday
- Friday
- Saturday
- Sunday

? What is the largest animal?
? Which animal is the biggest of all?
? Name the biggest animal.
= the whale
+ The largest animal is the whale.

? What is the tallest animal?
? Which animal has the longest neck?
? Name the tallest animal.
= the giraffe
+ The tallest animal is the giraffe with its long neck.

? Which animal is the king of animals?
? Who is the king of the animals?
? Name the king of the beasts.
= the lion
+ People call the lion the king of the animals.

? What are the colours of the rainbow?
? Name the colours of the rainbow.
? Which colours are in a rainbow?
= red, orange, yellow, green, blue, purple
+ The colours of the rainbow are red, orange, yellow, green, blue and purple.
- red
- orange
- yellow
- green
- blue
- purple

? What do you get when you mix blue and yellow?
? Mix blue and yellow. Which colour is it?
? Blue and yellow make what?
= green
+ Blue and yellow make green.

? What do you get when you mix red and yellow?
? Mix red and yellow. Which colour is it?
? Red and yellow make what?
= orange
+ Red and yellow make orange.

? What do you get when you mix red and white?
? Mix red and white. Which colour is it?
? Red and white make what?
= pink
+ Red and white make pink.

? Which is the best pet?
? What pet should I get?
? Should I get a cat or a dog?
= It depends on you.
+ A dog likes long walks and a cat likes a quiet house, so it depends on you.

? Suggest a name for my cat.
? What should I call my cat?
? I need a name for a kitten.
= Luna
+ You could call your cat Luna.

? Suggest a name for my dog.
? What should I call my dog?
? I need a name for a puppy.
= Rex
+ You could call your dog Rex.

? What is your favourite colour?
? Which colour do you like best?
? Do you have a favourite colour?
= blue
+ I like blue best, like the sea and the sky.

? What is your favourite animal?
? Which animal do you like best?
? Do you have a favourite animal?
= the owl
+ I like the owl best, because it looks so clever.

? Where do babies sleep?
? What is a bed for a baby called?
? Where does a baby sleep?
= in a cot
+ A baby sleeps in a small bed that is called a cot.

? What should I do when I am ill?
? I have a cold. What should I do?
? I am ill. Can you help?
= Rest and drink.
+ Rest in bed, drink a lot and see a doctor if it gets worse.
- rest in bed
- drink a lot
- see a doctor

? What should I give my mother?
? Give me an idea for a gift.
? What is a good gift for a friend?
= a book
+ A good gift is a book, a plant or a cake.
- a book
- a plant
- a cake
`,
  es: `
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
`,
  fr: `
? Bonjour !
? Salut !
? Bonjour, comment ça va ?
= Bonjour !
+ Bonjour, je suis content de te voir.
& Que veux-tu savoir ?

? Comment vas-tu ?
? Tu vas bien ?
? Ça va aujourd'hui ?
= Bien, merci.
+ Je vais bien, merci de demander.

? Qui es-tu ?
? Qu'est-ce que tu es ?
? Comment tu t'appelles ?
= Un petit modèle.
+ Je suis un petit modèle de langue qui vit dans cette page.

? Merci !
? Merci beaucoup.
? Merci pour ton aide.
= De rien.
+ De rien, je suis content d'aider.

? Raconte une blague.
? Fais-moi rire.
? Tu connais une blague ?
= Que fait une fraise sur un cheval ? Tagada !
+ Que fait une fraise sur un cheval ? Elle fait tagada.

? Je suis triste.
? J'ai passé une mauvaise journée.
? Je me sens mal.
= Je suis désolé.
+ Je suis désolé et j'espère que demain sera meilleur.

? Comment faire du thé ?
? Dis-moi comment faire du thé.
? Comment prépare-t-on le thé ?
= De l'eau chaude sur du thé.
+ Fais bouillir l'eau, verse-la sur le thé et attends trois minutes.
- fais bouillir l'eau
- verse-la sur le thé
- attends trois minutes

? Comment faire une soupe ?
? Donne-moi une recette de soupe.
? Dis-moi comment cuire une soupe.
= Cuis des légumes dans l'eau.
+ Coupe les légumes, cuis-les dans l'eau et mets du sel.
- coupe les légumes
- cuis-les dans l'eau
- mets du sel

? Comment mieux dormir ?
? Donne-moi un conseil pour dormir.
? Je ne dors pas. Que faire ?
= Couche-toi à la même heure.
+ Couche-toi chaque soir à la même heure et éteins la lumière.
- couche-toi à la même heure
- éteins la lumière

? Comment planter un arbre ?
? Dis-moi comment planter un arbre.
? Donne les étapes pour planter un arbre.
= Creuse, plante et arrose.
+ Creuse un trou, mets l'arbre et donne-lui de l'eau.
- creuse un trou
- mets l'arbre
- donne-lui de l'eau

? Pourquoi le ciel est-il bleu ?
? Dis-moi pourquoi le ciel est bleu.
? Explique pourquoi le ciel est bleu.
= L'air disperse la lumière bleue.
+ Le ciel est bleu parce que l'air disperse la lumière bleue.

? Pourquoi pleut-il ?
? D'où vient la pluie ?
? Explique pourquoi il pleut.
= Les nuages laissent tomber l'eau.
+ Il pleut parce que l'eau des nuages devient lourde et tombe.

? Qu'est-ce que le soleil ?
? Parle-moi du soleil.
? Explique ce qu'est le soleil.
= Une étoile.
+ Le soleil est une étoile qui nous donne lumière et chaleur.

? Qu'est-ce que la lune ?
? Parle-moi de la lune.
? Explique ce qu'est la lune.
= Une boule de roche.
+ La lune est une boule de roche qui tourne autour de la terre.

? Qu'est-ce qu'un ami ?
? Explique ce qu'est un ami.
? Qui est un bon ami ?
= Quelqu'un qui t'aide.
+ Un ami est quelqu'un qui t'aime et qui t'aide.

? Combien de jours a une semaine ?
? Dis combien de jours il y a dans une semaine.
? Compte les jours de la semaine.
= 7
+ Une semaine a 7 jours.

? Combien de mois a une année ?
? Dis combien de mois il y a dans une année.
? Compte les mois de l'année.
= 12
+ Une année a 12 mois.

? Quelles sont les saisons ?
? Cite les quatre saisons.
? Nomme les saisons de l'année.
= printemps, été, automne, hiver
+ Les saisons sont le printemps, l'été, l'automne et l'hiver.
- printemps
- été
- automne
- hiver

? Quel animal est le plus grand ?
? Nomme le plus grand animal.
? Quel est le plus gros animal ?
= la baleine
+ Le plus grand animal est la baleine.

? Que mettre quand il fait froid ?
? Que porter en hiver ?
? Dis-moi quoi porter en hiver.
= Un manteau et un chapeau.
+ Quand il fait froid, mets un manteau, un chapeau et des gants.
- un manteau
- un chapeau
- des gants
`,
};
