/** Pages of the place that come when they are opened: with figures and a runner they are large. */
export const pages = {
  session: () => import('./pending/Pending.svelte'),
  rate: () => import('./pending/Pending.svelte'),
  claims: () => import('./pending/Pending.svelte'),
};
