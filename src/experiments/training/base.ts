import type { RenderChat } from '../../domain/training/written.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';

/** What rows need of the base that they are made for. */
export interface RowBase {
  /** Texts to tokens, as prompts. */
  tokenize(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
  renderChat: RenderChat;
  readonly endTokens: readonly number[];
  /** Positions, in tokens. */
  readonly contextLength: number;
}

/** The loaded model as the base of rows. */
export function rowBase(
  engine: Pick<Engine, 'tokenize' | 'renderChat'>,
  { endTokens, contextLength }: Pick<LoadedModel, 'endTokens' | 'contextLength'>,
): RowBase {
  return {
    tokenize: (texts) => engine.tokenize({ texts: [...texts] }),
    renderChat: (messages, open) => engine.renderChat({ messages: [...messages], open }),
    endTokens,
    contextLength,
  };
}
