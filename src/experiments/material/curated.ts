import type { BenchLanguage } from '../../scoring/lab-80/schema.ts';

type Block = readonly { query: string; answer: string; category: string }[];

/**
 * The bundled bench's fixed block, in the place of URIAL's three: one thing known, one thing done with
 * words, one short text. No question of the bench is among them; a test holds this.
 */
export const curated: Record<BenchLanguage, Block> = {
  en: [
    { query: 'What does a cow eat?', answer: 'A cow eats grass.', category: 'stem' },
    {
      query: 'What is the opposite of hot?',
      answer: 'The opposite of hot is cold.',
      category: 'humanities',
    },
    {
      query: 'Write a sentence about a boat.',
      answer: 'There is a boat near the river.',
      category: 'writing',
    },
  ],
  es: [
    { query: '¿Qué come una vaca?', answer: 'Una vaca come hierba.', category: 'stem' },
    {
      query: '¿Cuál es el contrario de caliente?',
      answer: 'El contrario de caliente es frío.',
      category: 'humanities',
    },
    {
      query: 'Escribe una frase sobre un barco.',
      answer: 'Hay un barco cerca del río.',
      category: 'writing',
    },
  ],
  fr: [
    { query: 'Que mange une vache ?', answer: "Une vache mange de l'herbe.", category: 'stem' },
    {
      query: 'Quel est le contraire de chaud ?',
      answer: 'Le contraire de chaud est froid.',
      category: 'humanities',
    },
    {
      query: 'Écris une phrase sur un bateau.',
      answer: 'Il y a un bateau près de la rivière.',
      category: 'writing',
    },
  ],
};
