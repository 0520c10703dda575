import { useState } from 'react';
import type { Place } from './draft.ts';

/** The device's position, asked for only when somebody taps for it. */
export function useLocation(onFound: (place: Place) => void) {
  const [state, setState] = useState<'idle' | 'busy' | 'denied'>('idle');
  const locate = () => {
    if (!('geolocation' in navigator)) {
      setState('denied');
      return;
    }
    setState('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onFound({ lon: coords.longitude, lat: coords.latitude });
      },
      () => setState('denied'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  };
  return { locate, busy: state === 'busy', denied: state === 'denied' };
}
