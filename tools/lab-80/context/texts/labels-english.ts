/**
 * How the class of a thing is asked ("?", four ways, the last kept for the bench) and told ("+"), in
 * English. {k} is a member, {v} the label of its class. `../themes.ts` lists the themes.
 */
export const labelsEnglish = `
# drawer
? Which drawer is for {k}?
? In which drawer is {k}?
? Tell me the drawer for {k}.
? Which drawer do I open for {k}?
+ You will find {k} in the drawer {v}.

# museum
? In which hall is {k}?
? Which hall of the museum shows {k}?
? Tell me the hall for {k}.
? In which hall do I see {k}?
+ The museum shows {k} in the hall {v}.

# type
? Which type does {k} have?
? What is the type of {k}?
? Tell me the type of {k}.
? Which type is {k}?
+ The type of {k} is {v}.

# pile
? On which pile do I put {k}?
? Which pile is for {k}?
? Tell me the pile for {k}.
? Which pile does {k} go on?
+ We put {k} on the pile {v}.

# tag
? Which tag does {k} get?
? What tag is on {k}?
? Tell me the tag for {k}.
? Which tag does {k} have?
+ The tag for {k} is {v}.

# folder
? In which folder is the note about {k}?
? Which folder keeps {k}?
? Tell me the folder of {k}.
? Which folder has the note about {k}?
+ The note about {k} is in the folder {v}.

# heading
? Under which heading do I write {k}?
? Which heading do I use for {k}?
? Tell me the heading for {k}.
? Which heading is for {k}?
+ Please write {k} under the heading {v}.

# ink
? With which ink do I write {k}?
? Which ink is for {k}?
? Tell me the ink for {k}.
? Which ink do I take for {k}?
+ We write {k} with the ink {v}.

# gate
? You keep the gates. Which gate is for {k}?
? Gatekeeper, which gate leads to {k}?
? You keep the gates. Tell me the gate for {k}.
? Gatekeeper, which gate do you open for {k}?
+ I open the gate {v} for {k}.

# spell
? You are a wizard. Which spell calls {k}?
? Wizard, with which spell do you call {k}?
? You are a wizard. Tell me the spell for {k}.
? Wizard, which spell is for {k}?
+ The spell that calls {k} is {v}.

# side
? On which side is {k}?
? Which side is {k} on?
? Tell me the side of {k}.
? What is the side of {k}?
+ In this game {k} is on the side {v}.

# road
? Which road leads to {k}?
? By which road do I get to {k}?
? Tell me the road to {k}.
? Which road do I take to {k}?
+ The road to {k} is called {v}.
`;
