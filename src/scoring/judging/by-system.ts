interface Judged {
  readonly judge: string;
  readonly system: string;
}

/** The rows of every system by every judge, in the order in which they first come. */
export function bySystem<Row extends Judged>(
  rows: readonly Row[],
): { readonly judge: string; readonly system: string; readonly rows: readonly Row[] }[] {
  const groups = new Map<string, { judge: string; system: string; rows: Row[] }>();
  for (const row of rows) {
    const { judge, system } = row;
    const key = JSON.stringify([judge, system]);
    const group = groups.get(key) ?? { judge, system, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
