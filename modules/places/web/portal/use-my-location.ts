import { useMutation } from '@tanstack/react-query';
import { places } from './api.ts';

const position = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) reject(new Error('no geolocation'));
    else navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000, maximumAge: 60_000 });
  });

/** Where no position could be had: refused by the person, or not known to the device. */
export class NoPosition extends Error {}

async function here() {
  const { coords } = await position().catch(() => {
    throw new NoPosition();
  });
  return { lon: coords.longitude, lat: coords.latitude };
}

/** Where the device is, in degrees; asked only when somebody taps for it. */
export const useMyPosition = () => useMutation({ mutationFn: here });

/** The grid in which the device is; asked only when somebody taps for it. */
export const useMyLocation = () =>
  useMutation({ mutationFn: async () => places('GET /api/locate', { query: await here() }) });
