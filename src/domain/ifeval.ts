import * as v from 'valibot';

/** What a prompt of IFEval asks that a program can check: its instructions by their ids, with their arguments. */
export const IfevalTask = v.object({
  instructions: v.array(
    v.object({
      /** As the benchmark's files have it: "punctuation:no_comma", "es:punctuation:no_comma". */
      id: v.pipe(v.string(), v.minLength(1)),
      kwargs: v.record(v.string(), v.unknown()),
    }),
  ),
});
export type IfevalTask = v.InferOutput<typeof IfevalTask>;
