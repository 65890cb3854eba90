import type { Draft } from '../item.ts';
import type { Half } from '../say.ts';
import { coding } from './coding.ts';
import { extraction } from './extraction.ts';
import { humanities } from './humanities.ts';
import { math } from './math.ts';
import { reasoning } from './reasoning.ts';
import { roleplay } from './roleplay.ts';
import { stem } from './stem.ts';
import { worldItem, type WorldSpec } from './world-item.ts';
import { writing } from './writing.ts';

/** The forty items of world knowledge and skill, five of each category. */
export const worldSpecs: readonly WorldSpec[] = [
  ...writing,
  ...roleplay,
  ...reasoning,
  ...math,
  ...coding,
  ...extraction,
  ...stem,
  ...humanities,
];

/** The world items of one half. */
export const worldItems = (half: Half): Draft[] => worldSpecs.map((spec) => worldItem(spec, half));
