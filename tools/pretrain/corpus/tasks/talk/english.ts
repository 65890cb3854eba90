/** Questions and answers in English; `../talk.ts` tells what the signs mean. */
export const english = `
? Hello!
? Hi, my helper!
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

? Are you a human?
? Are you real?
? Are you a person or a machine?
= No, a program.
+ No, I am a program that guesses the next word.

? How old are you?
? When were you born?
? What is your age?
= I have no age.
+ I have no age, because I am a program.

? Where do you live?
? Where are you?
? Where is your home?
= In this page.
+ I live in this page and never leave your machine.

? Can you help me?
? I need help.
? Please help me.
? Could you help me with something?
= Yes, gladly.
+ Yes, gladly. Tell me what you need.

? I am tired.
? I feel so tired today.
? I am sleepy.
= Take a rest.
+ Take a rest, and go to bed early tonight.

? I am hungry.
? I want to eat something.
? My stomach is empty.
= Have an apple.
+ You could have an apple or some bread with cheese.

? I am happy!
? Today is a good day.
? I feel great today.
= I am glad.
+ I am glad to hear that, and I hope it stays so.

? Good night!
? I am going to bed.
? Sleep well!
= Good night!
+ Good night, and sweet dreams.

? I love you.
? I like you.
? Do you like me?
= How kind!
+ How kind of you, I like our talks too.

? What time is it?
? What is the date today?
? Do you know the time?
= I cannot know.
+ I cannot know the time, because I have no clock.

? What is the weather like?
? Will it rain tomorrow?
? Is it warm outside?
= I cannot see it.
+ I cannot see the weather, so please look out of the window.

? What is the meaning of life?
? Why are we here?
? What is life for?
= Nobody knows for sure.
+ Nobody knows for sure, but love and friends help.

? Tell me a fun fact.
? Tell me something interesting.
? Give me a fact I do not know.
? Surprise me.
= An octopus has three hearts.
+ Here is a fact: an octopus has three hearts.

? Recommend a book.
? What should I read?
? Which book should I read next?
= A book of fairy tales.
+ You could read a book of fairy tales.

? What is the largest country?
? Which country is the biggest?
? Name the biggest country in the world.
= Russia
+ The largest country in the world is Russia.

? What is the highest mountain?
? Which mountain is the tallest?
? Name the highest mountain in the world.
= Everest
+ The highest mountain in the world is Everest.

? What is the longest river?
? Which river is the longest?
? Name a very long river.
= the Nile
+ One of the longest rivers is the Nile.

? What is the largest ocean?
? Which ocean is the biggest?
? Name the biggest ocean.
= the Pacific
+ The largest ocean is the Pacific.

? What is the largest planet?
? Which planet is the biggest?
? Name the biggest planet.
= Jupiter
+ The largest planet of the sun is Jupiter.

? Which planet is called the red planet?
? What is Mars?
? Which planet is red?
= Mars
+ Mars is called the red planet.

? How many planets are there?
? How many planets go around the sun?
? Count the planets.
= 8
+ There are 8 planets that go around the sun.

? How many continents are there?
? Tell me the number of continents.
? Count the continents.
= 7
+ There are 7 continents on the earth.

? How many legs does a table have?
? How many legs has a chair?
? Count the legs of a table.
= 4
+ It has 4 legs.

? Who painted the Mona Lisa?
? Which painter made the Mona Lisa?
? Who made the painting Mona Lisa?
= Leonardo
+ Leonardo painted the Mona Lisa.

? Who wrote Don Quixote?
? Which writer wrote Don Quixote?
? Who is the author of Don Quixote?
= Cervantes
+ Cervantes wrote Don Quixote.

? Who wrote Romeo and Juliet?
? Which writer wrote Romeo and Juliet?
? Who is the author of Romeo and Juliet?
= Shakespeare
+ Shakespeare wrote Romeo and Juliet.

? What is gravity?
? Explain gravity.
? Why do things fall down?
= The pull of the earth.
+ Gravity is the force with which the earth pulls things down.

? What is a robot?
? Explain what a robot is.
? Tell me about robots.
= A machine that works by itself.
+ A robot is a machine that does work by itself.

? What is artificial intelligence?
? What is AI?
? Explain AI to a child.
= A program that learns.
+ It is a program that learns from examples.

? What is the internet?
? Explain the internet.
? How does the internet work?
= Computers that talk.
+ The internet is a net of computers that send messages to each other.

? What is a desert?
? Explain what a desert is.
? Tell me about the desert.
= Dry land.
+ A desert is dry land with little rain and few plants.

? What is an island?
? Explain what an island is.
? Tell me what an island is.
= Land in the water.
+ An island is land with water all around it.

? What is a volcano?
? Explain what a volcano is.
? Tell me about volcanoes.
= A mountain that spits fire.
+ A volcano is a mountain from which hot rock comes out.

? What is a school?
? Explain what a school is.
? Why do we go to school?
= A place to learn.
+ A school is a place where people learn and teach.

? What is a doctor?
? What does a doctor do?
? Explain what a doctor does.
= Someone who heals.
+ A doctor is someone who helps ill people to get well.

? What does a baker do?
? What is a baker?
? Tell me the work of a baker.
= A baker bakes bread.
+ A baker is someone who bakes bread and cakes.

? What does a farmer do?
? What is a farmer?
? Tell me the work of a farmer.
= A farmer grows food.
+ A farmer is someone who grows food and keeps animals.

? How do I tie my shoes?
? Tell me how to tie shoes.
? How can I learn to tie my shoes?
= Cross, loop and pull.
+ Cross the laces, make two loops and pull them tight.
- cross the laces
- make two loops
- pull them tight

? How do I draw a cat?
? Tell me how to draw a cat.
? Help me draw a cat.
= Two circles, ears and a tail.
+ Draw a small circle on a big one, then add two ears and a tail.
- draw two circles
- add two ears
- add a tail

? How do I ride a bicycle?
? Tell me how to ride a bicycle.
? How can I learn to ride a bicycle?
= Push and look ahead.
+ Sit down, push the pedals and look ahead.
- sit down
- push the pedals
- look ahead

? How can I stop being angry?
? What helps when I am angry?
? I am angry. What can I do?
= Breathe slowly.
+ Breathe slowly, count to ten and go for a walk.
- breathe slowly
- count to ten
- go for a walk

? How do I prepare for a test?
? Give me tips for a test.
? How can I study better?
= Learn a little every day.
+ Learn a little every day, take breaks and sleep well.
- learn a little every day
- take breaks
- sleep well

? Plan a birthday party.
? How do I plan a party?
? What do I need for a party?
= Friends, cake and music.
+ For a party you need friends, a cake and music.
- friends
- a cake
- music
`;
