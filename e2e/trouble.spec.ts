import { LabPage } from './parts/lab.ts';
import { expect, test } from './parts/test.ts';

/** A file of the bundled model that goes wrong, and what the reader is told of it. */
const broken = [
  {
    name: 'a damaged model file @long',
    path: '**/onnx/model.onnx',
    answer: { status: 200, contentType: 'application/octet-stream', body: 'these are no weights' },
    told: /model\.onnx/,
  },
  {
    name: 'a missing model file',
    path: '**/onnx/model.onnx',
    answer: { status: 404, body: 'not here' },
    told: /model\.onnx/,
  },
  {
    name: 'a missing tokenizer @long',
    path: '**/tokenizer.json',
    answer: { status: 404, body: 'not here' },
    told: /tokenizer\.json/,
  },
  {
    name: 'a host that answers every address with its start page @long',
    path: '**/tokenizer.json',
    answer: { status: 200, contentType: 'text/html', body: '<!doctype html><title>Home</title>' },
    told: /tokenizer\.json/,
  },
  {
    name: 'a damaged manifest @long',
    path: '**/manifest.json',
    answer: { status: 200, contentType: 'application/json', body: '{"name": 7}' },
    told: /manifest\.json/,
  },
];

for (const { name, path, answer, told } of broken) {
  test(`${name}: named, with what to do; mended, the lab goes on`, async ({ page }) => {
    const lab = new LabPage(page);
    await page.route(path, (route) => route.fulfill(answer));
    await page.goto('');
    const alert = page.getByRole('alert').filter({ hasText: told });
    await expect(alert).toBeVisible({ timeout: 60_000 });
    await lab.query.fill('A query typed meanwhile.');

    await page.unroute(path);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await lab.ready();
    await expect(lab.query).toHaveValue('A query typed meanwhile.');
    await lab.runToEnd();
  });
}

test('a crashed worker is noticed, named and started again', async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open();
  await lab.stop.click();
  await expect(lab.stop).toBeDisabled();
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('struck by lightning');
    });
  });
  await expect(
    page.getByText(/struck by lightning|worker .*(crashed|stopped)/i).first(),
  ).toBeVisible();
  await lab.ready();
  await lab.runToEnd();
});

test('a browser without WebAssembly is told what it lacks', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('');
  await expect(page.getByRole('alert').filter({ hasText: 'WebAssembly' })).toBeVisible();
});

test('a browser that refuses to remember choices runs the lab all the same @long', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException('Access is denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get });
  });
  const lab = new LabPage(page);
  await lab.open();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await lab.runToEnd();
});
