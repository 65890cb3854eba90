import type { Where } from './contrast.ts';
import { fixedSetting, type ExperimentDocument } from './document.ts';
import type { Factor } from './search.ts';
import { changed, type Setting } from './setting.ts';

/** One way of asking: a level of every factor, or a reference beside them. */
export interface DocumentArm {
  /** The levels' labels, or the reference's. */
  readonly label: string;
  /** Level by factor; a reference has the one entry `reference`. */
  readonly levels: Readonly<Record<string, string>>;
  readonly reference: boolean;
  readonly setting: Setting;
}

/** Whether an arm's levels are what a contrast or an exclusion names. */
export const fits = (levels: Readonly<Record<string, string>>, where: Where): boolean =>
  Object.entries(where).every(([factor, wanted]) => {
    const level = levels[factor];
    return (
      level !== undefined && (Array.isArray(wanted) ? wanted.includes(level) : wanted === level)
    );
  });

/** How many arms factors make before exclusions: known without making them. */
export const countOf = (factors: readonly Factor[]): number =>
  factors.reduce((product, { levels }) => product * levels.length, 1);

/** All combinations of levels, the last factor changing fastest, each over the setting it is given. */
export function combinations(factors: readonly Factor[], setting: Setting): DocumentArm[] {
  const none: DocumentArm = { label: '', levels: {}, reference: false, setting };
  return factors.reduce<DocumentArm[]>(
    (arms, { name, levels }) =>
      arms.flatMap((arm) =>
        levels.map(({ label, set }) => ({
          ...arm,
          label: arm.label === '' ? label : `${arm.label} · ${label}`,
          levels: { ...arm.levels, [name]: label },
          setting: changed(arm.setting, set),
        })),
      ),
    [none],
  );
}

/** The arms of a document, its references last. */
export function armsOf(document: ExperimentDocument): DocumentArm[] {
  const setting = fixedSetting(document);
  const crossed = combinations(document.factors, setting).filter(
    ({ levels }) => !document.without.some((where) => fits(levels, where)),
  );
  const references = document.references.map(({ label, set }) => ({
    label,
    levels: { reference: label },
    reference: true,
    setting: changed(setting, set),
  }));
  const named = crossed.map((arm) => (arm.label === '' ? { ...arm, label: document.title } : arm));
  return [...named, ...references];
}
