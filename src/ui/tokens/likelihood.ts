/** How likely a token was, in five steps that a reader can tell apart. */
export const steps = [
  { id: 'sure', from: 0.9, label: '90 % and more' },
  { id: 'likely', from: 0.5, label: '50 to 90 %' },
  { id: 'open', from: 0.1, label: '10 to 50 %' },
  { id: 'unlikely', from: 0.01, label: '1 to 10 %' },
  { id: 'surprising', from: 0, label: 'under 1 %' },
] as const;
export type Step = (typeof steps)[number]['id'];

/** The step of a natural log-probability. */
export function stepOf(logProbability: number): Step {
  const probability = Math.exp(logProbability);
  return (steps.find(({ from }) => probability >= from) ?? steps[4]).id;
}

/** A probability as readers write it: "83 %", "0.4 %", "< 0.1 %". */
export function percent(logProbability: number): string {
  const value = 100 * Math.exp(logProbability);
  if (value < 0.1) return '< 0.1 %';
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}
