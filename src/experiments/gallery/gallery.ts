import type { ExperimentDocument } from '../document/document.ts';
import { checkDocument } from '../document/read.ts';
import type { Template, TemplateId } from './template.ts';
import { e1 } from './templates/e1.ts';
import { e2 } from './templates/e2.ts';
import { e3 } from './templates/e3.ts';
import { e4 } from './templates/e4.ts';
import { e5 } from './templates/e5.ts';
import { e6 } from './templates/e6.ts';
import { e7 } from './templates/e7.ts';
import { e8 } from './templates/e8.ts';
import { e9 } from './templates/e9.ts';
import { e10 } from './templates/e10.ts';
import { e11 } from './templates/e11.ts';
import { e12 } from './templates/e12.ts';
import { e13 } from './templates/e13.ts';
import { e14 } from './templates/e14.ts';
import { e15 } from './templates/e15.ts';

/** The studies to start from, in the order of the gallery. */
export const gallery: readonly Template[] = [
  ...[e1, e2, e3, e4, e5, e6, e7, e8, e9],
  ...[e10, e11, e12, e13, e14, e15],
];

/** The template of an id; undefined for any other. */
export const templateOf = (id: string | null): Template | undefined =>
  gallery.find((template) => template.id === id);

/** A template's document, defaults filled in. */
export const documentOf = (id: TemplateId, size: 'quick' | 'full'): ExperimentDocument =>
  checkDocument(templateOf(id)?.[size]);
