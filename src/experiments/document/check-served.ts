import { Problem } from '../../domain/problem.ts';
import { armsOf, combinations, type DocumentArm } from './arms.ts';
import { fixedSetting, type ExperimentDocument } from './document.ts';
import { servedName } from './served.ts';

/** What keeps an arm from being asked of a served model: what is wrong, and what to do. */
type Complaint = readonly [message: string, remedy: string];

const localOnly = 'Leave it as it is off, or ask a model of the lab.';

/** Settings of decoding that the protocol has no words for: passed over, they would be a lie. */
function unknownSetting({ decoding }: DocumentArm['setting']): Complaint | null {
  const { topK, minP, repetitionPenalty, logitBias, penaltyScope } = decoding;
  const penalty = decoding.presencePenalty !== 0 || decoding.frequencyPenalty !== 0;
  const set = [
    ...(topK === 0 ? [] : ['topK']),
    ...(minP === 0 ? [] : ['minP']),
    ...(repetitionPenalty === 1 ? [] : ['repetitionPenalty']),
    ...(logitBias.length === 0 ? [] : ['logitBias']),
    ...(penalty && penaltyScope === 'prompt+output' ? ['penaltyScope "prompt+output"'] : []),
  ];
  if (set.length === 0) return null;
  return [`a served model knows no ${set.join(', ')}.`, localOnly];
}

function complaint(
  { setting }: DocumentArm,
  name: string,
  { served, scorers }: ExperimentDocument,
): Complaint | null {
  const endpoint = served.find((each) => each.name === name);
  if (!endpoint)
    return [
      `it asks the served model “${name}”, and the document lists none of that name.`,
      'List it under "served".',
    ];
  if (setting.precision !== null)
    return ['the precision of a served model is its server’s own.', 'Take "precision" away.'];
  if (setting.tuning !== null)
    return ['a served model cannot be tuned from here.', 'Take "tuning" away.'];
  if (endpoint.api === 'chat' && setting.template !== 'chat')
    return [
      `its layout is a text to continue, and “${name}” takes chats alone.`,
      'Choose the layout "chat", or a server that takes completions.',
    ];
  if (scorers.some(({ kind }) => kind === 'likelihood'))
    return [
      'a served model does not tell how probable a given text is: the scorer "likelihood" cannot judge it.',
      'Take that scorer away, or ask models of the lab.',
    ];
  return unknownSetting(setting);
}

/**
 * Refuses served models that nobody can ask, and arms that ask of them what they cannot do.
 * @throws Problem 'bad-input' that names the field or the arm
 */
export function checkServed(document: ExperimentDocument): void {
  const { served, search } = document;
  const refuse = (message: string, remedy: string) => {
    throw new Problem({ code: 'bad-input', message, remedy });
  };
  const names = served.map(({ name }) => name);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0)
    refuse(
      `served[${twice}].name: there is a served model “${names[twice]}” already.`,
      'Correct it and open the document again. Nothing was run.',
    );
  const checked = search ? combinations(search.check.factors, fixedSetting(document)) : [];
  for (const arm of [...armsOf(document), ...checked]) {
    const name = servedName(arm.setting.model);
    const found = name === null ? null : complaint(arm, name, document);
    if (found) refuse(`arm “${arm.label}”: ${found[0]}`, found[1]);
  }
}
