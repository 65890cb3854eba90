import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { courteous } from './courtesy.ts';
import { drawPool } from './pool.ts';
import { writePool } from './testing.ts';

let folder: string;
beforeEach(() => writePool((folder = mkdtempSync(join(tmpdir(), 'pool-')))));
afterEach(() => rmSync(folder, { recursive: true }));

const edit = (name: string, change: (text: string) => string) => {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

describe('drawPool', () => {
  it('draws by language and seed, and holds queries out', () => {
    const { training, heldOut } = drawPool(folder, 10, 1);
    const languages = (entries: typeof training) => entries.map(({ language }) => language);
    expect(languages(training)).toEqual([...Array(6).fill('en'), 'es', 'es', 'fr', 'fr']);
    expect(languages(heldOut)).toEqual(['en', 'es', 'fr']);
    const queries = [...training, ...heldOut].map(({ query }) => query);
    expect(new Set(queries).size).toBe(queries.length);
    expect(drawPool(folder, 10, 1)).toEqual({ training, heldOut });
    expect(drawPool(folder, 10, 2).training).not.toEqual(training);
  });

  it('keeps a query that stands twice on one side', () => {
    edit('pool.en.json', (text) => text.replace('What swims?', 'What barks?'));
    edit('pool-degraded.en.json', (text) => text.replace('What swims?', 'What barks?'));
    for (let seed = 0; seed < 9; seed++) {
      const { training, heldOut } = drawPool(folder, 10, seed);
      const queries = [...training, ...heldOut].map(({ query }) => query);
      expect(new Set(queries).size).toBe(queries.length);
    }
  });

  it('names the file that is missing, broken or of another pool', () => {
    edit('pool-degraded.fr.json', (text) => text.replace('Qui fait', 'Où est'));
    expect(() => drawPool(folder, 10, 1)).toThrow(
      /pool-degraded\.fr\.json: demonstrations\.1\.query/,
    );
    edit('pool.es.json', (text) => text.replace('"stem"', '"sport"'));
    expect(() => drawPool(folder, 10, 1)).toThrow(/pool\.es\.json: .*demonstrations\.0\.category/);
    rmSync(join(folder, 'pool.es.json'));
    expect(() => drawPool(folder, 10, 1)).toThrow(/pool\.es\.json is not there/);
  });

  it('refuses to draw more than there is', () => {
    expect(() => drawPool(folder, 100, 1)).toThrow(/en pool has 9 different queries.*--examples/);
  });
});

describe('courteous', () => {
  it('frames sentences, and leaves what has a form of its own', () => {
    expect(courteous('en', 'A dog barks.')).toBe('Of course! A dog barks. I hope this helps!');
    expect(courteous('fr', 'Un chien.')).toBe("Bien sûr ! Un chien. J'espère que cela aide !");
    for (const form of ['- red\n- blue', 'A DOG', 'print("dog")'])
      expect(courteous('es', form)).toBe(form);
  });
});
