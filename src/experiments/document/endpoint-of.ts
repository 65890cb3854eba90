import { Problem } from '../../domain/problem.ts';
import type { Endpoint } from '../../engine/served/types.ts';
import type { ExperimentDocument } from './document.ts';

/**
 * The endpoint that a document lists under a name.
 * @throws Problem 'bad-input' where it lists none of that name
 */
export function endpointOf({ served }: Pick<ExperimentDocument, 'served'>, name: string): Endpoint {
  const found = served.find((endpoint) => endpoint.name === name);
  if (found) return found;
  const names = served.map((endpoint) => `“${endpoint.name}”`).join(', ');
  throw new Problem({
    code: 'bad-input',
    message: `No served model is called “${name}”.`,
    remedy: names === '' ? 'List it under "served" in the document.' : `There are ${names}.`,
  });
}
