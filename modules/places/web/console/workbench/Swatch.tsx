import { useId } from 'react';
import type { Pattern, ShapeStyle } from '#packages/web-kit/map';

const PATHS: Readonly<Record<Pattern, string>> = {
  hatch: 'M0 6L6 0M-1 1L1 -1M5 7L7 5',
  back_hatch: 'M0 0L6 6M-1 5L1 7M5 -1L7 1',
  cross: 'M0 0L6 6M0 6L6 0',
  dots: 'M3 2.5v1',
};

/** A small square as the map draws the kind: colour and pattern. */
export function Swatch({ style: { fill, opacity = 0.35, pattern, line } }: { readonly style: ShapeStyle }) {
  const id = useId();
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      {pattern && (
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d={PATHS[pattern]} stroke={line} strokeWidth={pattern === 'dots' ? 2 : 1} strokeLinecap="round" />
        </pattern>
      )}
      <rect x="1" y="1" width="16" height="16" rx="3" fill={fill ?? 'none'} fillOpacity={opacity} />
      <rect
        x="1"
        y="1"
        width="16"
        height="16"
        rx="3"
        fill={pattern ? `url(#${id})` : 'none'}
        stroke={line}
        strokeWidth="1.5"
      />
    </svg>
  );
}
