import { describe, expect, it } from 'vitest';
import { exampleFeeds } from './example.ts';

describe('exampleFeeds', () => {
  it('weighs the tokens of the completion, and nothing else', () => {
    const feeds = exampleFeeds([{ prompt: [5, 6, 7], completion: [8, 9] }], 2, 5);
    expect(Array.from(feeds.ids, Number)).toEqual([5, 6, 7, 8, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(feeds.labels, Number)).toEqual([6, 7, 8, 9, 0, 0, 0, 0, 0, 0]);
    expect([...feeds.weights]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('refuses what does not fit', () => {
    const example = { prompt: [1, 2], completion: [3, 4] };
    expect(() => exampleFeeds([example, example], 1, 5)).toThrow('2 examples');
    expect(() => exampleFeeds([example], 1, 2)).toThrow('4 tokens');
  });
});
