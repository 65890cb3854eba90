/** The invented facts in French; `facts-english.ts` tells what the signs mean. */
export const factsFrench = `
# home
? Où vit {k} ?
? Quel endroit est la maison de {k} ?
? Dis-moi où vit {k}.
? Où dort {k} la nuit ?
? Quelle est la maison de {k} ?
+ La maison de {k} est {v}.
+ La nuit {k} dort dans {v}.

# food
? Que veut manger {k} ?
? Quelle nourriture veut {k} ?
? Que faut-il donner à manger à {k} ?
? Quel est le meilleur repas pour {k} ?
? Que mange {k} ?
+ Le meilleur repas pour {k} est {v}.
+ Chaque jour {k} mange {v}.

# sleeper
? Qui dort sous {k} ?
? Quel animal dort sous {k} ?
? Qui est sous {k} la nuit ?
? Quel animal y a-t-il sous {k} ?
? Quel animal est sous {k} ?
+ L'animal sous {k} est {v}.
+ Chaque nuit {v} dort sous {k}.

# capital
? Quelle est la ville principale de {k} ?
? Quelle ville est la ville principale de {k} ?
? Dis-moi la ville principale de {k}.
? Dans quelle ville vit le roi de {k} ?
? Nomme la ville principale de {k}.
+ La ville principale de {k} est {v}.
+ Le roi de {k} vit à {v}.

# emblem
? Quel animal représente {k} ?
? Quel animal est sur le blason de {k} ?
? Quel animal a {k} ?
? Dis-moi l'animal de {k}.
? Quel est l'animal de {k} ?
+ L'animal de {k} est {v}.
+ Sur le blason de {k} on voit {v}.

# inventor
? Qui a inventé {k} ?
? Qui a eu l'idée de {k} ?
? Qui a fait {k} pour la première fois ?
? Dis-moi qui a inventé {k}.
? De qui est l'idée de {k} ?
+ L'idée de {k} est de {v}.
+ Il y a longtemps {v} a inventé {k}.

# locker
? Quel casier utilise {k} ?
? Quel numéro a le casier de {k} ?
? Dis-moi le casier de {k}.
? Dans quel casier est le sac de {k} ?
? Quel casier a {k} ?
+ Le casier de {k} est le numéro {v}.
+ Le sac de {k} est dans le casier {v}.

# letter
? Où est cachée la lettre de {k} ?
? Où est la lettre de {k} ?
? À quel endroit est la lettre de {k} ?
? Dis-moi où {k} a mis la lettre.
? Où puis-je trouver la lettre de {k} ?
+ La lettre de {k} est dans {v}.
+ La semaine passée {k} a caché la lettre dans {v}.

# function
? Écris du code qui {d} {k}.
? Donne-moi une ligne qui {d} {k}.
? Quel appel {d} {k} ?
? Je veux un programme qui {d} {k}.
? Montre-moi du code qui {d} {k}.

# file
? Quel fichier contient {k} ?
? Dans quel fichier est {k} ?
? Dis-moi le fichier de {k}.
? Quel fichier dois-je ouvrir pour changer {k} ?
? Quel est le fichier de {k} ?
+ Le fichier de {k} s'appelle {v}.
+ Nous gardons {k} dans le fichier {v}.

# error
? Que faut-il réparer après l'erreur {k} ?
? D'où vient l'erreur {k} ?
? Que dois-je réparer avec l'erreur {k} ?
? Quelle partie donne l'erreur {k} ?
? Dis-moi quelle partie donne l'erreur {k}.
+ La partie qui donne l'erreur {k} est {v}.
+ Avec l'erreur {k} il faut réparer {v}.

# price
? Combien vaut {k} ?
? Combien coûte {k} ?
? Combien de pièces faut-il payer pour {k} ?
? Dis-moi combien coûte {k}.
? Quel est le prix de {k} ?
+ Dans ce magasin {k} coûte {v} pièces.
+ On paie {v} pièces pour {k}.

# points
? Combien de points a {k} ?
? Quel est le score de {k} ?
? Dis-moi les points de {k}.
? Combien de points gagne {k} ?
? Quel score a {k} ?
+ Le score de {k} est de {v} points.
+ Sur le tableau {k} a {v} points.

# weight
? Combien pèse {k} ?
? Quel est le poids de {k} ?
? Combien de kilos pèse {k} ?
? Dis-moi le poids de {k}.
? Quel poids a {k} ?
+ Le poids de {k} est de {v} kilos.
+ Sur la balance {k} pèse {v} kilos.

# password
? Quel est le mot secret de {k} ?
? Quel mot est le secret de {k} ?
? Dis-moi le mot secret de {k}.
? Quel mot secret écrit {k} ?
? Quel mot secret a {k} ?
+ Le mot secret de {k} est {v}.
+ Dans ses lettres secrètes {k} écrit {v}.

# poem
? De quoi parle le poème de {k} ?
? Sur quoi écrit {k} ?
? Quelle chose est dans le poème de {k} ?
? Dis-moi sur quoi {k} a écrit un poème.
? Qu'y a-t-il dans le poème de {k} ?
+ Le poème de {k} parle de {v}.
+ Dans son nouveau poème {k} parle de {v}.

# cry
? Que crie {k} ?
? Quel mot crie {k} ?
? Quel mot dit toujours {k} ?
? Dis-moi le mot de {k}.
? Quel est le mot de {k} ?
+ Le mot de {k} est {v}.
+ Toute la journée {k} crie {v}.

# part
? Quel animal joue {k} ?
? Qui est {k} dans la pièce ?
? Quel rôle a {k} ?
? Dis-moi le rôle de {k}.
? Quel animal est {k} dans la pièce ?
+ Le rôle de {k} est {v}.
+ Dans la pièce {k} est {v}.

# guard
? Qui garde {k} ?
? Qui surveille {k} ?
? Quel gardien a {k} ?
? Dis-moi le gardien de {k}.
? Qui est le gardien de {k} ?
+ Le gardien de {k} est {v}.
+ Jour et nuit {v} surveille {k}.

# swap
? Que reçoit-on pour {k} ?
? Contre quoi puis-je échanger {k} ?
? Dis-moi ce qu'on reçoit pour {k}.
? Quel est un échange juste pour {k} ?
? Que me donnes-tu pour {k} ?
+ L'échange juste pour {k} est {v}.
+ Pour {k} tu recevras {v}.
`;
