/**
 * Whoever asks the same while an answer is on its way shares it: for what is public and asked by many at once. Nothing is kept once
 * it is answered.
 */
export function oneAnswer<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (key) => {
    const known = asked.get(key);
    if (known) return known;
    const answer = ask(key).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}
