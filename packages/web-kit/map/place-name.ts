interface Named {
  readonly name: string;
  readonly community: string;
  readonly street: string;
}

/** Names of grids often begin with their community: it is said once. */
const within = ({ name, community }: Named): string[] => (name.startsWith(community) ? [name] : [community, name]);

/** Where a grid is, from the large to the small: 平江街道 · 观前社区第二网格 */
export const placeName = (grid: Named): string => [grid.street, ...within(grid)].filter(Boolean).join(' · ');

/** The same without its street. */
export const gridName = (grid: Named): string => within(grid).filter(Boolean).join(' · ');
