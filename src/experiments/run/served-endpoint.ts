import type { CellModel } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { ServedBy } from '../../engine/served/served-models.ts';
import type { Endpoint, ServedClient } from '../../engine/served/types.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { endpointOf } from '../document/endpoint-of.ts';
import { servedName } from '../document/served.ts';

/** The served model of a document that planned weights stand for. */
export const endpointBehind = (document: ExperimentDocument, { id }: CellModel): Endpoint =>
  endpointOf(document, servedName(id) ?? id);

/**
 * What asks a served model.
 * @throws Problem 'bad-input' where nobody agreed that anything is sent
 */
export function clientFor(served: ServedBy | undefined, endpoint: Endpoint): ServedClient {
  if (served) return served(endpoint);
  throw new Problem({
    code: 'bad-input',
    message: `“${endpoint.name}” is served at ${endpoint.url}, and nobody has agreed that questions are sent there.`,
    remedy: 'Agree to it before the start.',
  });
}
