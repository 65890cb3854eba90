import { wording, type Scene } from '../../scene.ts';
import { fill } from '../../text.ts';
import { anyWord, nouns } from '../../words/index.ts';
import { nonsense } from '../../words/nonsense.ts';
import { definite, word } from '../../words/nouns.ts';
import { say, type Ask } from './ask.ts';
import { deedAsks, factFrames, privateDeeds, relationNouns } from './data.ts';
import { distinct, subject, value } from './subjects.ts';

/** Facts about a few subjects: each can be answered once it has been told. */
export function facts(scene: Scene): Ask {
  const { random, language, most } = scene;
  const frame = random.pick(factFrames[language]);
  const r =
    random.chance(0.25) && language === 'en'
      ? nonsense(scene, 2)
      : random.pick(relationNouns[language]);
  const keys = distinct(random.integer(2, most > 14 ? 9 : 6), () => subject(scene));
  const values = new Map(keys.map((k) => [k, value(scene)]));
  return (s, again) => {
    const k = s.random.pick(keys);
    return say(frame, s, { k, r, v: values.get(k) as string }, again, k);
  };
}

/** Private names of functions: what is called follows the deed, what is given follows the question. */
export function functions(scene: Scene): Ask {
  const { random, language } = scene;
  const deeds = random.sample(privateDeeds[language], random.integer(2, 5));
  const called = new Map(
    deeds.map((d) => [d, random.chance(0.5) ? nonsense(scene) : anyWord(scene)]),
  );
  return (s) => {
    const d = s.random.pick(deeds);
    const noun = s.random.pick(nouns);
    const code = `${(called.get(d) as string).toLowerCase().replace(/ /g, '_')}("${word(noun, language)}")`;
    const query = fill(wording(s, deedAsks[language]), { d, x: definite(noun, language) });
    return { task: 'private code', query, short: code, full: code, source: d };
  };
}
