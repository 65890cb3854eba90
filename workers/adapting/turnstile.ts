/** Lets go of what was entered. */
export type Leave = () => void;

/** Who waits to enter under a name. */
interface Group<Room> {
  readonly name: string;
  readonly waiting: { resolve: (room: [Room, Leave]) => void; reject: (thrown: unknown) => void }[];
}

/**
 * Lets in whoever comes under the same name, and others when those have left: a model has one set of
 * weights at a time. Who comes under the name that is inside goes in at once, so that all who ask in the
 * same breath are inside together, unless others wait already: nobody waits for ever.
 */
export class Turnstile<Room> {
  readonly #prepare: (name: string) => Promise<Room>;
  #inside: { name: string; room: Room; count: number } | null = null;
  #line: Group<Room>[] = [];
  #preparing = false;

  /** @param prepare makes ready for those of a name, while nobody is inside; a failure is theirs */
  constructor(prepare: (name: string) => Promise<Room>) {
    this.#prepare = prepare;
  }

  /** Does something inside. */
  async within<Result>(name: string, work: (room: Room) => Promise<Result>): Promise<Result> {
    const [room, leave] = await this.enter(name);
    try {
      return await work(room);
    } finally {
      leave();
    }
  }

  /** Comes in under a name; `leave` is to be called once. */
  enter(name: string): Promise<[Room, Leave]> {
    const inside = this.#inside;
    if (inside?.name === name && inside.count > 0 && this.#line.length === 0)
      return Promise.resolve(this.#admit(inside));
    return new Promise((resolve, reject) => {
      const group = this.#line.find((each) => each.name === name);
      if (group) group.waiting.push({ resolve, reject });
      else this.#line = [...this.#line, { name, waiting: [{ resolve, reject }] }];
      void this.#next();
    });
  }

  #admit(inside: { room: Room; count: number }): [Room, Leave] {
    inside.count += 1;
    return [
      inside.room,
      () => {
        inside.count -= 1;
        void this.#next();
      },
    ];
  }

  async #next(): Promise<void> {
    if (this.#preparing || (this.#inside?.count ?? 0) > 0) return;
    const [group] = this.#line;
    if (!group) return;
    this.#preparing = true;
    try {
      const room = await this.#prepare(group.name);
      this.#inside = { name: group.name, room, count: 0 };
      const inside = this.#inside;
      for (const { resolve } of group.waiting) resolve(this.#admit(inside));
    } catch (thrown) {
      this.#inside = null;
      for (const { reject } of group.waiting) reject(thrown);
    }
    this.#line = this.#line.filter((each) => each !== group);
    this.#preparing = false;
    if (this.#inside === null) void this.#next();
  }
}
