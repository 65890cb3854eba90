/** Questions and answers in French; `../talk.ts` tells what the signs mean. */
export const french = `
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

? Es-tu humain ?
? Es-tu une personne ?
? Es-tu une machine ?
= Non, un programme.
+ Non, je suis un programme qui devine le mot suivant.

? Aide-moi.
? Peux-tu m'aider ?
? J'ai besoin d'aide.
= Oui, avec plaisir.
+ Oui, avec plaisir. Dis-moi ce qu'il te faut.

? J'ai faim.
? Je veux manger.
? Que puis-je manger ?
= Une pomme.
+ Tu peux manger une pomme ou du pain avec du fromage.

? Je suis fatigué.
? J'ai sommeil.
? Je suis très fatigué.
= Repose-toi.
+ Repose-toi et dors tôt ce soir.

? Qu'est-ce que l'eau ?
? Parle-moi de l'eau.
? Explique ce qu'est l'eau.
= Un liquide clair.
+ L'eau est un liquide clair dont tout ce qui vit a besoin.

? Quel est le plus grand pays ?
? Quel pays est le plus grand ?
? Nomme le plus grand pays.
= la Russie
+ Le plus grand pays du monde est la Russie.

? De quoi une plante a-t-elle besoin ?
? Comment soigner une plante ?
? Dis ce qu'il faut pour une plante.
= lumière, eau et terre
+ Une plante a besoin de lumière, d'eau et de terre.
- lumière
- eau
- terre
`;
