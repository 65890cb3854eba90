import { promptSet } from './prompt-set.ts';

/** The project's judge prompts in French. */
export const fr = promptSet({
  language: 'fr',
  rater: 'Tu notes des réponses. Tu es exigeant et tu ne préfères pas les longues.',
  comparer:
    'Tu compares deux réponses. Tu es exigeant, tu ne préfères pas les longues, et leur ordre ne te dit rien.',
  look: 'Ce qui était demandé est-il fait ? Est-ce vrai, clair, et sans rien que personne n’a demandé ?',
  reference:
    'Une réponse juste est donnée : celle qui arrive à un autre résultat est fausse, si bien écrite soit-elle.',
  second: 'La conversation a deux tours : juge le dernier en connaissant le premier.',
  rating:
    'Commence ta réponse par un nombre entier de 1 (inutile) à 10 (on ne peut mieux) sous cette forme : « Note : [[5]] ». Puis dis en une phrase pourquoi.',
  verdict:
    'Commence ta réponse par la lettre de la meilleure des deux sous cette forme : « Mieux : [[A]] » ou « Mieux : [[B]] » ; « Mieux : [[C]] » si aucune ne l’est. Puis dis en une phrase pourquoi.',
  question: 'Question',
  first: 'Premier tour',
  next: 'Second tour',
  right: 'Réponse juste',
  answer: 'Réponse',
  sideA: 'Réponse A',
  sideB: 'Réponse B',
  ratingOpening: 'Note : [[',
  verdictOpening: 'Mieux : [[',
});
