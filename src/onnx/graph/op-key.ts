/** Splits an operator's key, 'Add' or 'com.microsoft.MatMulNBits', into domain and name. */
export function splitOpKey(key: string): { domain: string; op: string } {
  const dot = key.lastIndexOf('.');
  return { domain: key.slice(0, Math.max(dot, 0)), op: key.slice(dot + 1) };
}
