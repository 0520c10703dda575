/** A checkpoint of the ledger, as GET /api/ledger/checkpoints answers and as it is kept by others. */
export interface Checkpoint {
  readonly format: string;
  readonly district: string;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly root: string;
  readonly algorithm: string;
  readonly previous: string;
  readonly hash: string;
}

/** Newest first. */
export async function loadCheckpoints(): Promise<readonly Checkpoint[]> {
  const response = await fetch('/api/ledger/checkpoints');
  if (!response.ok) throw new Error(`GET /api/ledger/checkpoints: ${response.status}`);
  const all: Checkpoint[] = await response.json();
  return all.sort((a, b) => b.number - a.number);
}

/** Hands the value to the browser as a JSON file. */
export function download(value: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
