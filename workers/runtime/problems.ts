import { Problem } from '../../src/domain/problem.ts';

const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** A run of the model that failed; the session is opened anew for the next one. */
export function runFailed(thrown: unknown): Problem {
  return new Problem(
    {
      code: 'device-failed',
      message: 'The model broke off while it was computing.',
      remedy:
        'Run again: the model has been set up anew. If it breaks again, choose another device.',
      detail: words(thrown),
    },
    { cause: thrown },
  );
}

/** The GPU device went away (driver reset, sleep, too little memory) or no session can be opened any more. */
export function deviceLost(detail: string): Problem {
  return new Problem({
    code: 'device-failed',
    message: 'The device that computes the model was lost.',
    remedy:
      'The model is loaded anew; then run again. If it happens again, choose the CPU as the device.',
    detail,
  });
}

/** The runtime's own files did not arrive, or the browser refused them. */
export function runtimeFailed(thrown: unknown): Problem {
  return new Problem(
    {
      code: 'device-failed',
      message:
        'The runtime that computes the model (onnxruntime’s WebAssembly file) did not start.',
      remedy:
        'Try again. If it happens again, reload the page: its files may not all have arrived.',
      detail: words(thrown),
    },
    { cause: thrown },
  );
}

/** A session that could not be opened at all. */
export function openFailed(thrown: unknown): Problem {
  return new Problem(
    {
      code: 'device-failed',
      message: `The model could not be opened: ${words(thrown)}`,
      remedy: 'Choose another precision or device; a smaller model, if memory ran out.',
      detail: words(thrown),
    },
    { cause: thrown },
  );
}

/** WebGPU was chosen but there is none, or it gives wrong answers. */
export function webgpuRefused(adapter?: string, fault?: string): Problem {
  return new Problem({
    code: 'device-failed',
    message:
      adapter === undefined
        ? 'This browser offers no WebGPU adapter.'
        : `WebGPU (${adapter}) failed the self-test: ${fault}.`,
    remedy: 'Choose “auto” or the CPU as the device, or try a browser with WebGPU.',
  });
}
