import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** Requests to another origin and breaches of the content policy: each is a failure of any test. */
interface Guard {
  outside: string[];
  /** Other origins that a test lets the page ask: its own stand-in for a server, after consent. */
  allowed: Set<string>;
  breaches: string[];
}

/** Playwright's test with two promises held throughout: no other origin, no breach of policy. */
export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context, baseURL }, use) => {
      const guard: Guard = { outside: [], allowed: new Set(), breaches: [] };
      const home = new URL(baseURL ?? '').origin;
      context.on('request', (request) => {
        const url = new URL(request.url());
        const isAllowed = url.origin === home || guard.allowed.has(url.origin);
        if (/^(https?|wss?):$/.test(url.protocol) && !isAllowed) {
          guard.outside.push(request.url());
        }
      });
      context.on('console', (message) => {
        if (/Content Security Policy|Content-Security-Policy/i.test(message.text())) {
          guard.breaches.push(message.text());
        }
      });
      await use(guard);
      expect(guard.outside, 'requests to another origin').toEqual([]);
      expect(guard.breaches, 'breaches of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

/** No accessibility violation that axe can see (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  expect(found).toEqual([]);
}

export { expect };
