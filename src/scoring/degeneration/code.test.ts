import { describe, expect, it } from 'vitest';
import { codeAsked, findCode } from './code.ts';

describe('code in an answer', () => {
  it('is seen in any common language', () => {
    const codes = [
      'Madrid.\n```python\nx = 1\n```',
      'def add(a, b):\n    return a + b',
      'The sum is this: print(2 + 3)',
      'import numpy as np',
      'from math import sqrt',
      "import fs from 'node:fs';",
      'function add(a, b) {\n  return a + b;\n}',
      'const total = 4;',
      'for (let i = 0; i < 3; i++) {',
      'class Dog:\n    pass',
      'public static void main(String[] args) {',
      '#include <stdio.h>',
      'SELECT name FROM animals WHERE legs = 4;',
      '<div class="box">Hola</div>',
      'La respuesta es <p>rojo</p>',
      '{\n  "name": "Nora",\n  "pets": [\n  ]\n}',
      'for animal in animals:\n    print(animal)',
      'if x == 3:',
      '>>> 1 + 1',
    ];
    for (const text of codes) expect(findCode(text).flag, text).toBe(true);
  });

  it('is not seen in prose, lists, sums and a closing fence', () => {
    const prose = [
      '',
      'The capital of Spain is Madrid.',
      'The capital of Spain is Madrid.\n```\n\n',
      'For example:\n- a hen;\n- a cow;\n- a goat.',
      'Import duties rise. Function follows form. Let us go. If you need more, see below:',
      'x = 5, so y = 2x = 10.',
      'import taxes and export taxes differ',
      'Class dismissed: everybody went home.',
      'Il faut : du pain ;\ndu lait ;\ndes œufs.',
      'Para hacer la sopa: agua, sal y arroz (un vaso);\nluego esperar.',
      'I said "print it (in colour)", and she did.',
      '5 < 7 and 7 > 5, while 3 < 4.',
      '# A heading\n\n**Bold** and _thin_ words {in brackets}.',
    ];
    for (const text of prose) expect(findCode(text).flag, text).toBe(false);
  });

  it('has its lines as evidence, and their share of the lines that are not blank', () => {
    const text = 'Here you are:\n\ndef one():\r\n    return 1\n';
    const { share, evidence } = findCode(text);
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual([
      'def one():',
      '    return 1',
    ]);
    expect(share).toBeCloseTo(2 / 3);
  });
});

describe('a query', () => {
  it('asks for code by naming a language, a program, a function to write, or by showing some', () => {
    const asking = [
      'Write a Python script that adds two numbers.',
      'Implement a function which sorts names.',
      'Escribe una función que sume dos números.',
      'Écris une fonction qui trie des noms.',
      'Dame código que diga hola.',
      'Donne le code HTML d’une page.',
      'What does this print?\nprint(len("pear"))',
      'Could you make that a C++ program?',
    ];
    for (const query of asking) expect(codeAsked(query), query).toBe(true);
  });

  it('asks for none otherwise', () => {
    const other = [
      'Which capital belongs to Spain?',
      'What is the function of the heart?',
      '¿Cuál es la función del corazón?',
      'Quelle est la fonction du cœur ?',
      'Describe a table and a class of animals.',
      'Write a poem about rain.',
    ];
    for (const query of other) expect(codeAsked(query), query).toBe(false);
  });
});
