/** The mark: four grids, one of them warm: where somebody speaks up. */
export const Mark = ({ size = 30 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#0b3f49" />
    <rect x="7" y="7" width="8" height="8" rx="1.5" fill="#fff" />
    <rect x="7" y="17" width="8" height="8" rx="1.5" fill="#fff" />
    <rect x="17" y="17" width="8" height="8" rx="1.5" fill="#fff" />
    <rect x="17" y="7" width="8" height="8" rx="1.5" fill="#e07a5a" />
  </svg>
);
