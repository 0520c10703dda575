import { createContext, useContext } from 'react';
import { type Actor, VISITOR } from '#packages/kernel';

const Session = createContext<Actor>(VISITOR);

export const SessionProvider = Session.Provider;

/** Who is signed in, with the grants that decide what is shown; the server decides what is allowed. */
export const useActor = (): Actor => useContext(Session);
