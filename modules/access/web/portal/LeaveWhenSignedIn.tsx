import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useMe } from './api.ts';

/** Whoever is signed in has no use for a page of sign-in: goes on to their own. */
export function LeaveWhenSignedIn() {
  const [, go] = useLocation();
  const { data } = useMe();
  const signedIn = Boolean(data?.person);
  useEffect(() => {
    if (signedIn) go('/my', { replace: true });
  }, [signedIn, go]);
  return null;
}
