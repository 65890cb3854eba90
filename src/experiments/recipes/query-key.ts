/** A query as it is compared with others: letter case and white space make no difference. */
export const queryKey = (query: string): string =>
  query.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
