/** Pages of the place that come when they are opened: with figures and a runner they are large. */
export const pages = {
  session: () => import('./session/Session.svelte'),
  rate: () => import('./rating/Rate.svelte'),
  claims: () => import('./claims/Claims.svelte'),
};
