/** Questions and answers in French; `../talk.ts` tells what the signs mean. */
export const french = `
? Bonjour !
? Salut !
? Bonjour, comment ça va ?
? Bonjour, mon ami.
= Bonjour !
+ Bonjour, je suis content de te voir.
& Que veux-tu savoir ?

? Comment vas-tu ?
? Tu vas bien ?
? Ça va aujourd'hui ?
? Comment te sens-tu ?
= Bien, merci.
+ Je vais bien, merci de demander.

? Qui es-tu ?
? Qu'est-ce que tu es ?
? Comment tu t'appelles ?
? Parle-moi de toi.
= Un petit modèle.
+ Je suis un petit modèle de langue qui vit dans cette page.

? Merci !
? Merci beaucoup.
? Merci pour ton aide.
? Je te remercie.
= De rien.
+ De rien, je suis content d'aider.

? Raconte une blague.
? Fais-moi rire.
? Tu connais une blague ?
? Dis quelque chose de drôle.
= Que fait une fraise sur un cheval ? Tagada !
+ Que fait une fraise sur un cheval ? Elle fait tagada.

? Je suis triste.
? J'ai passé une mauvaise journée.
? Je me sens mal.
? Je ne suis pas content.
= Je suis désolé.
+ Je suis désolé et j'espère que demain sera meilleur.

? Comment faire du thé ?
? Dis-moi comment faire du thé.
? Comment prépare-t-on le thé ?
? Donne les étapes pour faire du thé.
= De l'eau chaude sur du thé.
+ Fais bouillir l'eau, verse-la sur le thé et attends trois minutes.
- fais bouillir l'eau
- verse-la sur le thé
- attends trois minutes

? Comment faire une soupe ?
? Donne-moi une recette de soupe.
? Dis-moi comment cuire une soupe.
? Comment prépare-t-on une soupe ?
= Cuis des légumes dans l'eau.
+ Coupe les légumes, cuis-les dans l'eau et mets du sel.
- coupe les légumes
- cuis-les dans l'eau
- mets du sel

? Comment mieux dormir ?
? Donne-moi un conseil pour dormir.
? Je ne dors pas. Que faire ?
? Dis-moi comment mieux dormir.
= Couche-toi à la même heure.
+ Couche-toi chaque soir à la même heure et éteins la lumière.
- couche-toi à la même heure
- éteins la lumière

? Comment planter un arbre ?
? Dis-moi comment planter un arbre.
? Donne les étapes pour planter un arbre.
? Comment plante-t-on un arbre ?
= Creuse, plante et arrose.
+ Creuse un trou, mets l'arbre et donne-lui de l'eau.
- creuse un trou
- mets l'arbre
- donne-lui de l'eau

? Pourquoi le ciel est-il bleu ?
? Dis-moi pourquoi le ciel est bleu.
? Explique pourquoi le ciel est bleu.
? Pourquoi est-ce que le ciel est bleu ?
= L'air disperse la lumière bleue.
+ Le ciel est bleu parce que l'air disperse la lumière bleue.

? Pourquoi pleut-il ?
? D'où vient la pluie ?
? Explique pourquoi il pleut.
? Dis-moi pourquoi il pleut.
= Les nuages laissent tomber l'eau.
+ Il pleut parce que l'eau des nuages devient lourde et tombe.

? Qu'est-ce que le soleil ?
? Parle-moi du soleil.
? Explique ce qu'est le soleil.
? Dis-moi ce qu'est le soleil.
= Une étoile.
+ Le soleil est une étoile qui nous donne lumière et chaleur.

? Qu'est-ce que la lune ?
? Parle-moi de la lune.
? Explique ce qu'est la lune.
? Dis-moi ce qu'est la lune.
= Une boule de roche.
+ La lune est une boule de roche qui tourne autour de la terre.

? Qu'est-ce qu'un ami ?
? Explique ce qu'est un ami.
? Qui est un bon ami ?
? Dis-moi ce qu'est un ami.
= Quelqu'un qui t'aide.
+ Un ami est quelqu'un qui t'aime et qui t'aide.

? Combien de jours a une semaine ?
? Dis combien de jours il y a dans une semaine.
? Compte les jours de la semaine.
? Combien de jours y a-t-il dans une semaine ?
= 7
+ Une semaine a 7 jours.

? Combien de mois a une année ?
? Dis combien de mois il y a dans une année.
? Compte les mois de l'année.
? Combien de mois y a-t-il dans une année ?
= 12
+ Une année a 12 mois.

? Quelles sont les saisons ?
? Cite les quatre saisons.
? Nomme les saisons de l'année.
? Dis les saisons de l'année.
= printemps, été, automne, hiver
+ Les saisons sont le printemps, l'été, l'automne et l'hiver.
- printemps
- été
- automne
- hiver

? Quel animal est le plus grand ?
? Nomme le plus grand animal.
? Quel est le plus gros animal ?
? Dis quel animal est le plus grand.
= la baleine
+ Le plus grand animal est la baleine.

? Que mettre quand il fait froid ?
? Que porter en hiver ?
? Dis-moi quoi porter en hiver.
? Il fait froid. Que mettre ?
= Un manteau et un chapeau.
+ Quand il fait froid, mets un manteau, un chapeau et des gants.
- un manteau
- un chapeau
- des gants

? Es-tu humain ?
? Es-tu une personne ?
? Es-tu une machine ?
? Es-tu un robot ?
= Non, un programme.
+ Non, je suis un programme qui devine le mot suivant.

? Aide-moi.
? Peux-tu m'aider ?
? J'ai besoin d'aide.
? Je veux te demander quelque chose.
= Oui, avec plaisir.
+ Oui, avec plaisir. Dis-moi ce qu'il te faut.

? J'ai faim.
? Je veux manger.
? Que puis-je manger ?
? Dis-moi quoi manger.
= Une pomme.
+ Tu peux manger une pomme ou du pain avec du fromage.

? Je suis fatigué.
? J'ai sommeil.
? Je suis très fatigué.
? Je n'ai plus de force.
= Repose-toi.
+ Repose-toi et dors tôt ce soir.

? Qu'est-ce que l'eau ?
? Parle-moi de l'eau.
? Explique ce qu'est l'eau.
? Dis-moi ce qu'est l'eau.
= Un liquide clair.
+ L'eau est un liquide clair dont tout ce qui vit a besoin.

? Quel est le plus grand pays ?
? Quel pays est le plus grand ?
? Nomme le plus grand pays.
? Dis quel pays est le plus grand.
= la Russie
+ Le plus grand pays du monde est la Russie.

? De quoi une plante a-t-elle besoin ?
? Comment soigner une plante ?
? Dis ce qu'il faut pour une plante.
? Dis-moi comment soigner une plante.
= lumière, eau et terre
+ Une plante a besoin de lumière, d'eau et de terre.
- lumière
- eau
- terre

? Que peux-tu faire ?
? Que sais-tu faire ?
? Comment peux-tu m'aider ?
? Que puis-je te demander ?
= Répondre à des questions simples.
+ Je peux répondre à des questions simples et écrire de petits textes.
& Demande-moi des animaux, des pays, des mots ou des sommes.

? Au revoir !
? Je dois partir.
? On se voit demain.
? Je m'en vais.
= Au revoir !
+ Au revoir, et bonne journée.

? Bonne nuit !
? Dors bien.
? Je vais dormir.
? Je vais au lit.
= Bonne nuit !
+ Bonne nuit, et fais de beaux rêves.

? Je m'ennuie.
? Que faire aujourd'hui ?
? Je ne sais pas quoi faire.
? Donne-moi une idée pour aujourd'hui.
= Lis un livre.
+ Tu peux lire un livre, dessiner ou te promener.
- lire un livre
- dessiner
- te promener

? Je suis content !
? Je suis très heureux.
? C'est un grand jour.
? J'ai passé une bonne journée.
= C'est super !
+ C'est super, je suis heureux pour toi.

? Je t'aime.
? Je t'aime bien.
? Tu es mon ami.
? Tu me plais.
= Merci !
+ Merci, tu es très gentil.

? Quel âge as-tu ?
? Dis-moi ton âge.
? Tu as quel âge ?
? Es-tu jeune ?
= Je n'ai pas d'âge.
+ Je n'ai pas d'âge, car je suis un programme.

? Où habites-tu ?
? Où es-tu ?
? Dis-moi où tu habites.
? Tu habites où ?
= Dans cette page.
+ J'habite dans cette page, dans ton navigateur.

? Quelle est ta couleur préférée ?
? Quelle couleur aimes-tu ?
? Dis-moi ta couleur préférée.
? As-tu une couleur préférée ?
= Le bleu.
+ Ma couleur préférée est le bleu, comme la mer.

? Quel est ton animal préféré ?
? Quel animal aimes-tu ?
? Dis-moi ton animal préféré.
? As-tu un animal préféré ?
= Le chat.
+ Mon animal préféré est le chat.

? Quelle heure est-il ?
? Dis-moi l'heure.
? Tu as l'heure ?
? Sais-tu quelle heure il est ?
= Je ne sais pas.
+ Je ne sais pas, car je n'ai pas de montre.

? Quel temps fait-il ?
? Il pleut aujourd'hui ?
? Dis-moi quel temps il fait.
? Est-ce qu'il fait beau ?
= Je ne sais pas.
+ Je ne sais pas, car je ne peux pas regarder par la fenêtre.

? Pose-moi une devinette.
? Tu connais une devinette ?
? Donne-moi une devinette.
? Dis une devinette.
= Qu'est-ce qui a des dents et ne mord pas ? Le peigne.
+ Qu'est-ce qui a des dents et ne mord pas ? La réponse est le peigne.

? Dis-moi une chose amusante.
? Dis quelque chose d'intéressant.
? Donne-moi un fait curieux.
? Tu sais une chose curieuse ?
= Une araignée a huit pattes.
+ Une araignée a huit pattes et n'est pas un insecte.

? Comment faire du café ?
? Dis-moi comment faire du café.
? Comment prépare-t-on le café ?
? Donne les étapes pour faire du café.
= De l'eau chaude sur du café moulu.
+ Mouds le café, verse de l'eau chaude et attends un peu.
- mouds le café
- verse de l'eau chaude
- attends un peu

? Comment faire un sandwich ?
? Dis-moi comment faire un sandwich.
? Donne-moi une recette de sandwich.
? Comment prépare-t-on un sandwich ?
= Du fromage entre deux tranches de pain.
+ Coupe le pain, mets du fromage dedans et ferme-le.
- coupe le pain
- mets du fromage dedans
- ferme-le

? Comment se laver les mains ?
? Dis-moi comment me laver les mains.
? Donne les étapes pour se laver les mains.
? Comment bien se laver les mains ?
= Avec de l'eau et du savon.
+ Mouille tes mains, frotte avec du savon et rince-les.
- mouille tes mains
- frotte avec du savon
- rince-les

? Comment apprendre une langue ?
? Donne-moi un conseil pour apprendre une langue.
? Je veux apprendre une langue.
? Dis-moi comment apprendre une langue.
= Travaille chaque jour.
+ Travaille un peu chaque jour et parle avec des gens.
- travaille un peu chaque jour
- parle avec des gens

? Comment dépenser moins ?
? Donne-moi un conseil pour dépenser moins.
? Je veux dépenser moins.
? Dis-moi comment garder mon argent.
= Achète moins de choses.
+ Achète moins de choses et garde le reste de ton argent.

? Comment se faire des amis ?
? Donne-moi un conseil pour me faire des amis.
? Je veux avoir plus d'amis.
? Dis-moi comment me faire des amis.
= Sois gentil et écoute.
+ Sois gentil, écoute les autres et partage tes choses.
- sois gentil
- écoute les autres
- partage tes choses

? Comment rester en bonne santé ?
? Donne-moi un conseil pour ma santé.
? Qu'est-ce qui est bon pour la santé ?
? Dis-moi comment rester en bonne santé.
= Mange bien et marche.
+ Mange des légumes, marche chaque jour et dors bien.
- mange des légumes
- marche chaque jour
- dors bien

? Je suis malade. Que faire ?
? Que faire si je suis malade ?
? Je me sens malade.
? J'ai mal à la tête.
= Repose-toi et bois de l'eau.
+ Repose-toi, bois de l'eau et appelle un médecin si cela continue.
- repose-toi
- bois de l'eau
- appelle un médecin

? Que manger le matin ?
? Donne-moi une idée pour le matin.
? Que manger au petit-déjeuner ?
? Dis-moi quoi manger le matin.
= Du pain et du fromage.
+ Tu peux manger du pain, du fromage et un fruit.
- du pain
- du fromage
- un fruit

? Que prendre à la plage ?
? Dis-moi quoi prendre à la plage.
? De quoi ai-je besoin à la plage ?
? Fais une liste pour la plage.
= de l'eau, une serviette et un chapeau
+ Prends de l'eau, une serviette et un chapeau.
- de l'eau
- une serviette
- un chapeau

? Donne-moi un nom pour mon chat.
? Comment appeler mon chat ?
? Trouve un nom pour mon chat.
? Mon chat a besoin d'un nom.
= Minou
+ Tu peux appeler ton chat Minou.

? Que donner à ma mère ?
? Donne-moi une idée de cadeau pour ma mère.
? Quel cadeau pour ma mère ?
? Trouve un cadeau pour ma mère.
= Des fleurs.
+ Tu peux donner à ta mère des fleurs et une lettre.

? Qu'est-ce qu'un livre ?
? Explique ce qu'est un livre.
? Parle-moi des livres.
? Dis-moi ce qu'est un livre.
= Des pages avec du texte.
+ Un livre est un ensemble de pages avec du texte à lire.

? Qu'est-ce que la musique ?
? Explique ce qu'est la musique.
? Parle-moi de la musique.
? Dis-moi ce qu'est la musique.
= Des sons avec un rythme.
+ La musique est un art fait de sons avec un rythme.

? Qu'est-ce qu'un modèle de langue ?
? Explique ce qu'est un modèle de langue.
? Parle-moi des modèles de langue.
? Dis-moi ce qu'est un modèle de langue.
= Un programme qui devine des mots.
+ Un modèle de langue est un programme qui devine le mot suivant.

? Combien d'heures a un jour ?
? Dis combien d'heures il y a dans un jour.
? Compte les heures du jour.
? Combien d'heures y a-t-il dans un jour ?
= 24
+ Un jour a 24 heures.

? Quelle couleur donnent le bleu et le jaune ?
? Mélange le bleu et le jaune.
? Que donne le bleu avec le jaune ?
? Dis ce que donnent le bleu et le jaune.
= vert
+ Le bleu et le jaune donnent le vert.

? Pourquoi dort-on ?
? Dis-moi pourquoi on dort.
? Explique pourquoi on dort.
? Pourquoi dormons-nous ?
= Pour se reposer.
+ On dort parce que le corps a besoin de repos.

? Qui a écrit Les Misérables ?
? Qui est l'auteur des Misérables ?
? Dis qui a écrit Les Misérables.
? Nomme l'auteur des Misérables.
= Victor Hugo
+ Victor Hugo a écrit Les Misérables.
`;
