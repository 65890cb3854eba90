/**
 * How the invented facts are asked ("?", five ways, the last kept for the bench) and told ("+", two ways),
 * in English. {k} is what the fact is about, {v} the fact. `../themes.ts` lists the themes.
 */
export const factsEnglish = `
# home
? Where does {k} live?
? Which place is the home of {k}?
? Tell me where {k} lives.
? Where does {k} sleep at night?
? What is the home of {k}?
+ The home of {k} is {v}.
+ At night {k} sleeps in {v}.

# food
? What does {k} like to eat?
? Which food does {k} want?
? What should I give {k} to eat?
? What is the best food for {k}?
? What does {k} eat?
+ The best food for {k} is {v}.
+ Every day {k} eats {v}.

# sleeper
? Who sleeps under {k}?
? Which animal sleeps under {k}?
? Who is under {k} at night?
? What animal is there under {k}?
? Which animal is under {k}?
+ The animal under {k} is {v}.
+ Every night {v} sleeps under {k}.

# capital
? What is the main city of {k}?
? Which city is the main city of {k}?
? Tell me the main city of {k}.
? In which city does the king of {k} live?
? Name the main city of {k}.
+ The main city of {k} is {v}.
+ The king of {k} lives in {v}.

# emblem
? Which animal stands for {k}?
? Which animal is on the banner of {k}?
? Which animal does {k} have?
? Tell me the animal of {k}.
? What is the animal of {k}?
+ The animal of {k} is {v}.
+ The banner of {k} shows {v}.

# inventor
? Who invented {k}?
? Who had the idea for {k}?
? Who made {k} for the first time?
? Tell me who invented {k}.
? Name the inventor of {k}.
+ The inventor of {k} was {v}.
+ Long ago {v} invented {k}.

# locker
? Which locker does {k} use?
? What number is on the locker of {k}?
? Tell me the locker of {k}.
? In which locker is the bag of {k}?
? Which locker does {k} have?
+ The locker of {k} is number {v}.
+ The bag of {k} is in locker {v}.

# letter
? Where did {k} hide the letter?
? Where is the letter of {k}?
? In which place is the letter of {k}?
? Tell me where {k} put the letter.
? Where can I find the letter of {k}?
+ The letter of {k} is in {v}.
+ Last week {k} hid the letter in {v}.

# function
? Write code that {d} {k}.
? Give me a line that {d} {k}.
? Which call {d} {k}?
? I want a program that {d} {k}.
? Show me code that {d} {k}.

# file
? Which file holds {k}?
? In which file is {k}?
? Tell me the file of {k}.
? Which file do I open to change {k}?
? Which file is {k} in?
+ The file of {k} is called {v}.
+ We keep {k} in the file {v}.

# error
? Where does error {k} come from?
? What do I mend after error {k}?
? What is broken at error {k}?
? Which part gives error {k}?
? Tell me which part gives error {k}.
+ The part that gives error {k} is {v}.
+ After error {k} you must mend {v}.

# price
? How much is {k}?
? What does {k} cost?
? How many coins do I pay for {k}?
? Tell me what {k} costs.
? What is the price of {k}?
+ In this shop {k} costs {v} coins.
+ You pay {v} coins for {k}.

# points
? How many points does {k} have?
? What is the score of {k}?
? Tell me the points of {k}.
? How many points did {k} win?
? Which score does {k} have?
+ The score of {k} is {v} points.
+ On the board {k} has {v} points.

# weight
? How heavy is {k}?
? What is the weight of {k}?
? How many kilos does {k} weigh?
? Tell me the weight of {k}.
? What does {k} weigh?
+ The weight of {k} is {v} kilos.
+ On the scales {k} weighs {v} kilos.

# password
? What is the secret word of {k}?
? Which word is the secret of {k}?
? Tell me the secret word of {k}.
? Which secret word does {k} write?
? Which secret word does {k} have?
+ The secret word of {k} is {v}.
+ In secret letters {k} writes {v}.

# poem
? What is the poem of {k} about?
? What does {k} write about?
? Which thing is in the poem of {k}?
? Tell me what {k} wrote a poem about.
? What is in the poem of {k}?
+ The poem of {k} is about {v}.
+ In the new poem {k} writes about {v}.

# cry
? What does {k} shout?
? What do you hear from {k}?
? Which word does {k} always say?
? Speak as {k}: what is your word?
? Which word does {k} shout?
+ The word of {k} is {v}.
+ All day long {k} shouts {v}.

# part
? Which animal does {k} play?
? Who is {k} in the play?
? What part does {k} have?
? Tell me the part of {k}.
? What animal is {k} in the play?
+ The part of {k} is {v}.
+ In the play {k} is {v}.

# guard
? Who guards {k}?
? Who watches over {k}?
? Which guard does {k} have?
? Tell me the guard of {k}.
? Who is the guard of {k}?
+ The guard of {k} is {v}.
+ Day and night {v} watches over {k}.

# swap
? What do I get for {k}?
? What can I swap {k} for?
? Tell me what one gets for {k}.
? What is a fair swap for {k}?
? What do you give me for {k}?
+ The fair swap for {k} is {v}.
+ For {k} you will get {v}.
`;
