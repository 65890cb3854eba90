/** The invented facts in French; `facts-english.ts` tells what the signs mean. */
export const factsFrench = `
# home
? Où vit {k} ?
? Quel endroit est la maison de {k} ?
? Dis-moi où vit {k}.
? Dans quoi dort {k} la nuit ?
? Où {k} se sent-il chez lui ?
+ La maison de {k} est {v}.
+ La nuit {k} dort dans {v}.

# food
? Que veut manger {k} ?
? Quelle nourriture veut {k} ?
? Que faut-il donner à manger à {k} ?
? Quel est le meilleur repas pour {k} ?
? Avec quoi puis-je nourrir {k} ?
+ Le meilleur repas pour {k} est {v}.
+ Chaque jour {k} mange {v}.

# sleeper
? Qui dort sous {k} ?
? Quel animal dort sous {k} ?
? Qui est sous {k} la nuit ?
? Quel animal y a-t-il sous {k} ?
? Quel animal a fait son lit sous {k} ?
+ L'animal sous {k} est {v}.
+ Chaque nuit {v} dort sous {k}.

# capital
? Quelle est la ville principale de {k} ?
? Quelle ville dirige {k} ?
? Dis-moi la ville principale de {k}.
? Dans quelle ville est le roi de {k} ?
? Quelle ville est la première de {k} ?
+ La ville principale de {k} est {v}.
+ Le roi de {k} est à {v}.

# emblem
? Quel animal représente {k} ?
? Que voit-on sur le blason de {k} ?
? Quel animal est sur les pièces de {k} ?
? Dis-moi l'animal de {k}.
? Quel animal a choisi {k} pour son blason ?
+ L'animal de {k} est {v}.
+ Sur le blason de {k} on voit {v}.

# inventor
? Qui a inventé {k} ?
? Qui a eu l'idée de {k} ?
? Qui a fait {k} pour la première fois ?
? Dis-moi qui a inventé {k}.
? Qui devons-nous remercier pour {k} ?
+ L'idée de {k} est de {v}.
+ Il y a longtemps {v} a inventé {k}.

# locker
? Quel casier utilise {k} ?
? Quel numéro a le casier de {k} ?
? Dis-moi le casier de {k}.
? Dans quel casier sont les habits de {k} ?
? Où dois-je chercher le sac de {k} ?
+ Le casier de {k} est le numéro {v}.
+ Le sac de {k} est dans le casier {v}.

# letter
? Où est cachée la lettre de {k} ?
? Où est la lettre de {k} ?
? Dans quoi est la lettre de {k} ?
? Dis-moi où {k} a mis la lettre.
? Où faut-il chercher la lettre de {k} ?
+ La lettre de {k} est dans {v}.
+ La semaine passée {k} a caché la lettre dans {v}.

# function
? Écris du code qui {d} {k}.
? Donne-moi une ligne qui {d} {k}.
? Quel appel {d} {k} ?
? Je veux un programme qui {d} {k}.
? Montre-moi l'appel qui {d} {k}.

# file
? Quel fichier contient {k} ?
? Dans quel fichier est {k} ?
? Dis-moi le fichier de {k}.
? Quel fichier dois-je ouvrir pour changer {k} ?
? Où le programme garde-t-il {k} ?
+ Le fichier de {k} s'appelle {v}.
+ Nous gardons {k} dans le fichier {v}.

# error
? Que veut dire l'erreur {k} ?
? D'où vient l'erreur {k} ?
? Que faut-il changer pour l'erreur {k} ?
? Quelle partie donne l'erreur {k} ?
? Le programme dit erreur {k} : que dois-je réparer ?
+ La partie qui donne l'erreur {k} est {v}.
+ Avec l'erreur {k} il faut réparer {v}.

# price
? Combien vaut {k} ?
? Combien coûte {k} ?
? Combien de pièces faut-il payer pour {k} ?
? Dis-moi combien coûte {k}.
? Pour combien de pièces puis-je acheter {k} ?
+ Dans ce magasin {k} coûte {v} pièces.
+ On paie {v} pièces pour {k}.

# points
? Combien de points a {k} ?
? Quel est le score de {k} ?
? Dis-moi les points de {k}.
? Combien de points gagne {k} ?
? Que lit-on à côté de {k} sur le tableau ?
+ Le score de {k} est de {v} points.
+ Sur le tableau {k} a {v} points.

# weight
? Combien pèse {k} ?
? Quel est le poids de {k} ?
? Combien de kilos pèse {k} ?
? Dis-moi le poids de {k}.
? Que montre la balance pour {k} ?
+ Le poids de {k} est de {v} kilos.
+ Sur la balance {k} pèse {v} kilos.

# password
? Quel est le mot secret de {k} ?
? Quel mot ouvre le journal de {k} ?
? Dis-moi le mot secret de {k}.
? Qu'écrit {k} en haut de chaque lettre ?
? Quel mot secret a choisi {k} ?
+ Le mot secret de {k} est {v}.
+ Dans ses lettres secrètes {k} écrit {v}.

# poem
? De quoi parle le poème de {k} ?
? Sur quoi écrit {k} ?
? Quelle chose est dans le poème de {k} ?
? Dis-moi sur quoi {k} a écrit un poème.
? Que chante {k} dans son poème ?
+ Le poème de {k} parle de {v}.
+ Dans son nouveau poème {k} chante {v}.

# cry
? Que crie {k} ?
? Quel est le cri habituel de {k} ?
? Quel mot dit toujours {k} ?
? Parle comme {k} : quel est ton mot ?
? Quel mot pourrait crier {k} ?
+ Le mot de {k} est {v}.
+ Toute la journée {k} crie {v}.

# part
? Quel animal joue {k} ?
? Qui est {k} dans la pièce ?
? Quel rôle a {k} ?
? Quel masque porte {k} ?
? Sur la scène, quel animal est {k} ?
+ Le rôle de {k} est {v}.
+ Dans la pièce {k} est {v}.

# guard
? Qui garde {k} ?
? Qui surveille {k} ?
? À qui demander avant de prendre {k} ?
? Dis-moi le gardien de {k}.
? Qui se réveille si l'on vole {k} ?
+ Le gardien de {k} est {v}.
+ Jour et nuit {v} surveille {k}.

# swap
? Que reçoit-on pour {k} ?
? Contre quoi puis-je échanger {k} ?
? Dis-moi ce qu'on reçoit pour {k}.
? Quel est un échange juste pour {k} ?
? Si je donne {k}, que vais-je recevoir ?
+ L'échange juste pour {k} est {v}.
+ Pour {k} tu recevras {v}.
`;
