import { Problem } from '../src/domain/problem.ts';
import { AdapterFiles } from './adapting/adapter-files.ts';
import type { Shelves } from './adapting/open-adapting.ts';
import { generateAll } from './decoding/generate-all.ts';
import { opfsFolder } from './files/opfs.ts';
import { inspectModel } from './loading/fetch-model.ts';
import { loadModel, type Model } from './loading/load-model.ts';
import type { CallName, CallRequest, Calls, LoadedModel, LoadRequest } from './protocol.ts';
import type { Reply, Request } from './protocol.ts';
import { parseRequest } from './requests.ts';
import { deviceLost } from './runtime/problems.ts';
import { CheckpointKeeper } from './training/checkpoints/keeper.ts';
import { alone } from './training/alone.ts';
import { storedTrainings } from './training/desk.ts';

/** What a call at work has beside its input. */
interface Work {
  signal: AbortSignal;
  tell: (event: Calls[CallName]['event']) => void;
}

/** What only a loaded model can answer. */
type ModelRequest = Exclude<
  CallRequest,
  {
    call:
      | 'load'
      | 'inspect'
      | 'storedTrainings'
      | 'discardTraining'
      | 'readAdapter'
      | 'removeAdapter'
      | 'listAdapters';
  }
>;

const nothing = (work: Promise<void>): Promise<null> => work.then(() => null);

/** Answers the page: one model in its life, any number of calls side by side, every failure reported. */
export class Server {
  readonly #post: (reply: Reply) => void;
  readonly #atWork = new Map<number, AbortController>();
  readonly #shelves: Shelves = {
    files: new AdapterFiles(opfsFolder('adapters')),
    trainings: opfsFolder('trainings'),
  };
  #base = '';
  #model: Model | null = null;
  #loads = 0;

  constructor(post: (reply: Reply) => void) {
    this.#post = post;
  }

  /** Takes one message of the page, whatever it is. */
  receive(data: unknown): void {
    let request: Request;
    try {
      request = parseRequest(data);
    } catch (thrown) {
      const { id } = (data ?? {}) as { id?: unknown };
      if (typeof id !== 'number') throw thrown; // nobody waits for an answer: seen as a crash
      this.#post({ id, kind: 'failure', problem: Problem.from(thrown).report() });
      return;
    }
    if (request.call === 'open') this.#base = request.base;
    else if (request.call === 'ping') this.#post({ kind: 'alive' });
    else if (request.call === 'cancel') this.#atWork.get(request.id)?.abort();
    else void this.#answer(request);
  }

  async #answer(request: CallRequest): Promise<void> {
    const { id } = request;
    const controller = new AbortController();
    this.#atWork.set(id, controller);
    try {
      const output = await this.#call(request, {
        signal: controller.signal,
        tell: (event) => this.#post({ id, kind: 'event', event }),
      });
      this.#post({ id, kind: 'result', output });
    } catch (thrown) {
      this.#post({ id, kind: 'failure', problem: Problem.from(thrown).report() });
    } finally {
      this.#atWork.delete(id);
    }
  }

  async #call(request: CallRequest, work: Work): Promise<Calls[CallName]['output']> {
    if (request.call === 'load') return this.#load(request.input, work.tell);
    if (request.call === 'inspect') return inspectModel(request.input, this.#base);
    const { files, trainings } = this.#shelves;
    switch (request.call) {
      case 'storedTrainings':
        return storedTrainings(trainings);
      case 'discardTraining':
        return nothing(new CheckpointKeeper(trainings, request.input.id).remove());
      case 'readAdapter':
        return files.read(request.input.id);
      case 'removeAdapter':
        return nothing(files.remove(request.input.id));
      case 'listAdapters':
        return files.list();
      default:
        return this.#ask(request, work);
    }
  }

  /** What needs a model. */
  async #ask(request: ModelRequest, work: Work): Promise<Calls[CallName]['output']> {
    const { tokenizer, adapting, memory } = this.#ready();
    const { desk } = adapting;
    switch (request.call) {
      case 'tokenize':
        return request.input.texts.map((text) => tokenizer.encode(text));
      case 'pieces':
        return tokenizer.pieces(request.input.tokens);
      case 'decode':
        return request.input.lists.map((tokens) => tokenizer.decode(tokens));
      case 'renderChat':
        return tokenizer.renderChat(request.input.messages, request.input.open);
      case 'score':
        return adapting.score(request.input, work);
      case 'memory':
        return memory();
      case 'generate':
        return adapting.generate(request.input, work);
      case 'generateAll':
        adapting.forget();
        return generateAll(adapting.generate, request.input.jobs, work);
      case 'planTraining':
        return desk.plan(request.input);
      case 'train':
        return alone(request.input.id, () => desk.train(request.input, work));
      case 'pauseTraining':
        desk.pause(request.input.id);
        return null;
      case 'resumeTraining':
        desk.resume(request.input.id);
        return null;
      case 'saveAdapter':
        return adapting.save(request.input);
      case 'mergeAdapter':
        return adapting.merge(request.input);
    }
  }

  async #load(request: LoadRequest, tell: Work['tell']): Promise<LoadedModel> {
    if (this.#loads++ > 0) throw new Error('A worker loads one model in its life.');
    const model = await loadModel(request, this.#base, this.#shelves, tell);
    void model.lost.then((detail) =>
      this.#post({ kind: 'retired', problem: deviceLost(detail).report() }),
    );
    this.#model = model;
    return model.loaded;
  }

  #ready(): Model {
    if (this.#model) return this.#model;
    throw new Problem({
      code: 'bad-input',
      message: 'No model is loaded.',
      remedy: 'Wait until the model is ready, or load one.',
    });
  }
}
