let asked = false;

/** Once, at the first save: without it a browser may clear what is saved when the disk runs low. */
export async function askToPersist(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // A browser that cannot promise keeps it as long as it keeps any data.
  }
}
