import { v7 } from 'uuid';

/** A new UUIDv7: unique, and in the order of time, so that new rows lie together in an index. */
export const newId = (): string => v7();
