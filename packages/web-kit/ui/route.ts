import type { ComponentType } from 'react';

/** A screen that a module gives to the portal; `path` in the notation of wouter: `/track/:code`. */
export interface PortalRoute {
  readonly path: string;
  readonly screen: ComponentType;
}
