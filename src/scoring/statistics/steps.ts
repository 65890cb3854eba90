/**
 * Long work in short steps: whoever runs it decides whether the page may work between them. What comes out
 * does not depend on that.
 */
export type Steps<T> = Generator<void, T>;

/** Lets the page work where it is time; awaited between pieces of long work. */
export type Rest = () => Promise<void> | undefined;

/** Runs all steps at one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Runs the steps with a rest after each; errors of either end it. */
export async function resting<T>(steps: Steps<T>, rest: Rest): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await rest();
  }
}
