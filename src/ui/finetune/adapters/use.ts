import type { Arm } from '../../../domain/recipe.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import { freeLabel } from '../../parts/lists.ts';
import { playground } from '../../playground/here.ts';
import { insertArm } from '../../playground/state/edits.ts';
import { notices } from '../../notices/notices.svelte.ts';
import { route } from '../../route.svelte.ts';

/**
 * Adds an arm with an adapter to the Playground, and goes there. It reads the query as the adapter learnt
 * it: in the same layout, with no rules and no demonstrations.
 */
export async function useInPlayground({ id, name, origin }: Adapter): Promise<void> {
  await playground.open();
  const { editor } = playground;
  const { arms } = editor.draft;
  const arm: Arm = {
    id: crypto.randomUUID(),
    label: freeLabel(
      `Base + ${name}`,
      arms.map(({ label }) => label),
    ),
    useRules: false,
    useDemonstrations: false,
    template: origin.kind === 'trained' ? origin.settings.template : null,
    adapter: id,
  };
  editor.edit(`adding an arm with ${name}`, insertArm(arm, arms.length));
  route.go('playground');
  notices.news(`The arm “${arm.label}” is added: press “Run” to ask it.`, {
    label: 'Undo',
    run: () => editor.undo(),
  });
}
