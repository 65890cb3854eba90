/** The labels of classes in French; `labels-english.ts` tells what the signs mean. */
export const labelsFrench = `
# drawer
? Quel tiroir est pour {k} ?
? Dans quel tiroir est {k} ?
? Dis-moi le tiroir pour {k}.
? Quel tiroir dois-je ouvrir pour {k} ?
+ Tu trouveras {k} dans le tiroir {v}.

# museum
? Dans quelle salle est {k} ?
? Quelle salle du musée montre {k} ?
? Dis-moi la salle pour {k}.
? Dans quelle salle voit-on {k} ?
+ Le musée montre {k} dans la salle {v}.

# type
? Quel type a {k} ?
? Quel est le type de {k} ?
? Dis-moi le type de {k}.
? De quel type est {k} ?
+ Le type de {k} est {v}.

# pile
? Sur quelle pile dois-je mettre {k} ?
? Quelle pile est pour {k} ?
? Dis-moi la pile pour {k}.
? Sur quelle pile va {k} ?
+ Nous mettons {k} sur la pile {v}.

# tag
? Quelle étiquette reçoit {k} ?
? Quelle étiquette porte {k} ?
? Dis-moi l'étiquette pour {k}.
? Quelle étiquette a {k} ?
+ L'étiquette pour {k} est {v}.

# folder
? Dans quel dossier est la note sur {k} ?
? Quel dossier garde {k} ?
? Dis-moi le dossier de {k}.
? Quel dossier contient la note sur {k} ?
+ La note sur {k} est dans le dossier {v}.

# heading
? Sous quel titre dois-je écrire {k} ?
? Quel titre dois-je prendre pour {k} ?
? Dis-moi le titre pour {k}.
? Quel titre est pour {k} ?
+ Il faut écrire {k} sous le titre {v}.

# ink
? Avec quelle encre dois-je écrire {k} ?
? Quelle encre est pour {k} ?
? Dis-moi l'encre pour {k}.
? Quelle encre dois-je prendre pour {k} ?
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
? Magicien, quel sort est pour {k} ?
+ Le sort qui appelle {k} est {v}.

# side
? De quel côté est {k} ?
? Quel côté est pour {k} ?
? Dis-moi le côté de {k}.
? Quel est le côté de {k} ?
+ Dans ce jeu {k} est du côté {v}.

# road
? Quel chemin mène vers {k} ?
? Par quel chemin puis-je trouver {k} ?
? Dis-moi le chemin vers {k}.
? Quel chemin dois-je prendre vers {k} ?
+ Le chemin vers {k} s'appelle {v}.
`;
