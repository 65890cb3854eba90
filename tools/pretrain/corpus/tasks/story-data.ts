import { lines } from '../words/table.ts';

/**
 * Pieces of stories. Slots: {a} {b} two animals with "a", {x} {y} the same bare, {who} {other} names,
 * {place} a place, {at} "in the garden", {adjective} {deed} words, {o} a thing.
 */
export const beginnings = lines(`
Once upon a time there was {a} who lived {at}.
Once there was {a} who lived near the {place}.
{who} had {a} that was very {adjective}.
Long ago, {a} lived all alone {at}.
One morning {a} woke up {at}.
There was once a {adjective} {x} who loved to {deed}.
It was a cold day and {a} was {at}.
In a {place} far away lived {a}.
`);

export const middles = lines(`
One day the {x} met {b}.
Then {b} came by and said hello.
It found a {o}, and {b} wanted it too.
A {adjective} {y} asked for help, and the {x} helped at once.
The {x} was hungry, so {who} gave it something to eat.
At night it heard a noise, but it was only {b}.
The {y} was {adjective}, and at first they were shy.
The {x} lost its way, and {b} showed the way home.
{who} and {other} saw the {x} and smiled.
They wanted to {deed} all day long.
They played with a {o} near the {place}.
The {x} told the {y} a secret.
Soon it began to rain and they ran under a tree.
`);

export const endings = lines(`
From that day on they were friends.
In the evening they were tired but happy.
The {x} never forgot this day.
And so they all went home.
{who} took them both home.
After that the {x} was never alone again.
Since then they meet every morning.
And they lived happily together.
They laughed and shared the {o}.
`);
