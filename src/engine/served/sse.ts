/** One event of a stream of server-sent events. */
export interface ServerEvent {
  /** '' where the server named none. */
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events as they come, in pieces of any size (HTML standard, section 9.2.6). What a
 * stream leaves unfinished is dropped, as the standard has it.
 */
export class EventReader {
  #rest = '';
  #event = '';
  #data: string[] = [];

  /** Takes the next piece of text; gives the events that it completes. */
  read(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    this.#rest += piece;
    for (;;) {
      const end = this.#rest.search(/\r\n|\n|\r(?=.|\n)/s);
      if (end < 0) return events;
      const line = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + (this.#rest.startsWith('\r\n', end) ? 2 : 1));
      const event = this.#line(line);
      if (event) events.push(event);
    }
  }

  #line(line: string): ServerEvent | null {
    if (line !== '') {
      const [, field = line, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
      if (field === 'data') this.#data.push(value);
      else if (field === 'event') this.#event = value;
      return null;
    }
    const event = { event: this.#event, data: this.#data.join('\n') };
    const told = this.#data.length > 0;
    [this.#event, this.#data] = ['', []];
    return told ? event : null;
  }
}
