/** Says things to readers who cannot see the page change. */
class Announcer {
  message = $state('');
  #even = false;

  /** Has a sentence read out politely; the same sentence twice is read twice. */
  say(message: string): void {
    this.#even = !this.#even;
    // A no-break space at the end makes equal sentences differ.
    this.message = this.#even ? message : `${message}\u00a0`;
  }
}

export const announcer = new Announcer();
