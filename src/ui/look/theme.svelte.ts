const key = 'theme';
type Theme = 'system' | 'light' | 'dark';
const order: readonly Theme[] = ['system', 'light', 'dark'];

function remembered(): Theme {
  const found = localStorage.getItem(key);
  return order.find((theme) => theme === found) ?? 'system';
}

/** Light, dark, or as the system says; remembered on this machine. */
class ThemeChoice {
  current = $state<Theme>(remembered());

  constructor() {
    this.#apply();
  }

  /** Goes on to the next of system, light, dark. */
  next(): void {
    this.current = order[(order.indexOf(this.current) + 1) % order.length] ?? 'system';
    localStorage.setItem(key, this.current);
    this.#apply();
  }

  #apply(): void {
    if (this.current === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.current;
  }
}

export const theme = new ThemeChoice();
