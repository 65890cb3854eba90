import * as v from 'valibot';
import { recall, remember } from '../choices.ts';

const key = 'theme';
const order = ['system', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

/** Light, dark, or as the system says; remembered on this machine. */
class ThemeChoice {
  current = $state<Theme>(recall(key, v.picklist(order), 'system'));

  constructor() {
    this.#apply();
  }

  /** Goes on to the next of system, light, dark. */
  next(): void {
    this.current = order[(order.indexOf(this.current) + 1) % order.length] ?? 'system';
    remember(key, this.current);
    this.#apply();
  }

  #apply(): void {
    if (this.current === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.current;
  }
}

export const theme = new ThemeChoice();
