import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { servedRole, type Endpoint } from '../../../../experiments/document/served.ts';
import { freeLabel, replaced } from '../../../parts/lists.ts';
import type { DocumentEdit } from './names.ts';

const served =
  (change: (list: readonly Endpoint[]) => readonly Endpoint[]): DocumentEdit =>
  (document) => ({ ...document, served: [...change(document.served)] });

/** One more served model, under a name that no other has. */
export const addServed = (endpoint: Endpoint): DocumentEdit =>
  served((list) => {
    const taken = list.map(({ name }) => name);
    return [...list, { ...endpoint, name: freeLabel(endpoint.name, taken) }];
  });

export const setServed = (index: number, change: Partial<Omit<Endpoint, 'name'>>): DocumentEdit =>
  served((list) => replaced(list, index, (one) => ({ ...one, ...change })));

export const removeServed = (index: number): DocumentEdit =>
  served((list) => list.filter((_, i) => i !== index));

/** What asks a served model, an arm or a judge, by its new name. */
function renamedIn(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, from, to));
  if (value === null || typeof value !== 'object') return value;
  const judges = 'by' in value && value.by === 'served';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'model' && inner === servedRole(from)) return [key, servedRole(to)];
      if (key === 'endpoint' && judges && inner === from) return [key, to];
      return [key, renamedIn(inner, from, to)];
    }),
  );
}

/** Another name, in the arms and judges that go by it too. */
export const renameServed =
  (index: number, to: string): DocumentEdit =>
  (document) => {
    const from = document.served[index]?.name;
    if (from === undefined || from === to) return document;
    const { served: list, ...rest } = document;
    const renamed = replaced(list, index, (one) => ({ ...one, name: to }));
    return { ...(renamedIn(rest, from, to) as typeof rest), served: renamed } as ExperimentDocument;
  };
