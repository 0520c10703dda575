/** What every page needs to know of the installation that serves it: the answer of `GET /api/platform`. */
export interface Platform {
  readonly district: { readonly code: string; readonly name: string };
  /** A demo district: accounts may be tried, nothing is real. */
  readonly demo: boolean;
  /** Address of raster tiles with {z}, {x} and {y}; null where the map has only the district's own data. */
  readonly tiles: string | null;
  /** 审图号, to be shown on each map once the map has been reviewed (地图管理条例 22). */
  readonly mapReview: string | null;
  /** Whether the unified identity of the government can be used to sign in. */
  readonly oidc: boolean;
  readonly version: string;
  /** Last day (YYYY-MM-DD) for which the working calendar is announced. */
  readonly calendarKnownUntil: string;
  /** Hash algorithm of the ledger. */
  readonly hash: string;
}

let known: Promise<Platform> | undefined;

async function ask(): Promise<Platform> {
  const response = await fetch('/api/platform');
  if (!response.ok) throw new Error(`GET /api/platform: ${response.status}`);
  return response.json();
}

/** The installation, asked once a page; asked again after a failure. */
export function loadPlatform(): Promise<Platform> {
  known ??= ask().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}
