/** The labels of classes in French; `labels-english.ts` tells what the signs mean. */
export const labelsFrench = `
# drawer
? Quel tiroir est pour {k} ?
? Dans quel tiroir dois-je chercher {k} ?
? Dis-moi le tiroir pour {k}.
? Quel tiroir faut-il ouvrir pour trouver {k} ?
+ Tu trouveras {k} dans le tiroir {v}.

# museum
? Dans quelle salle est {k} ?
? Quelle salle du musée montre {k} ?
? Dis-moi la salle pour {k}.
? Par quelle salle faut-il passer pour voir {k} ?
+ Le musée montre {k} dans la salle {v}.

# type
? Quel type a {k} ?
? Quel est le type de {k} ?
? Dis-moi le type de {k}.
? Quel type dois-je écrire pour {k} ?
+ Le type de {k} est {v}.

# pile
? Sur quelle pile dois-je compter {k} ?
? Quelle pile compte {k} ?
? Dis-moi la pile pour {k}.
? À quelle pile dois-je ajouter {k} ?
+ Nous comptons {k} sur la pile {v}.

# tag
? Quelle étiquette reçoit {k} ?
? Quelle étiquette porte {k} ?
? Dis-moi l'étiquette pour {k}.
? Avec quelle étiquette dois-je marquer {k} ?
+ L'étiquette pour {k} est {v}.

# folder
? Dans quel dossier est la note sur {k} ?
? Quel dossier garde {k} ?
? Dis-moi le dossier de {k}.
? Dans quel dossier chercher une note sur {k} ?
+ La note sur {k} est dans le dossier {v}.

# heading
? Sous quel titre dois-je écrire {k} ?
? Quel titre a {k} au-dessous ?
? Dis-moi le titre pour {k}.
? Au-dessous de quel titre mettrais-tu {k} ?
+ Il faut écrire {k} sous le titre {v}.

# ink
? Avec quelle encre dois-je écrire {k} ?
? Quelle encre est pour {k} ?
? Dis-moi l'encre pour {k}.
? Quelle encre choisirais-tu pour écrire {k} ?
+ Nous écrivons {k} avec l'encre {v}.

# gate
? Tu gardes les portes. Quelle porte est pour {k} ?
? Gardien, quelle porte mène vers {k} ?
? Tu gardes les portes. Dis-moi la porte pour {k}.
? Gardien, quelle porte ouvres-tu pour {k} ?
+ Je prends la porte {v} pour {k}.

# spell
? Tu es magicien. Quel sort appelle {k} ?
? Magicien, avec quel sort appelles-tu {k} ?
? Tu es magicien. Dis-moi le sort pour {k}.
? Magicien, quel sort jettes-tu sur {k} ?
+ Le sort qui appelle {k} est {v}.

# side
? De quel côté est {k} ?
? Quel côté a {k} ?
? Dis-moi le côté de {k}.
? De quel côté faudrait-il envoyer {k} ?
+ Dans ce jeu {k} est du côté {v}.

# road
? Quel chemin mène vers {k} ?
? Par quel chemin puis-je trouver {k} ?
? Dis-moi le chemin vers {k}.
? Quel chemin faut-il prendre pour {k} ?
+ Le chemin vers {k} s'appelle {v}.
`;
