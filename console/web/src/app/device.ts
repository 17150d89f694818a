/** What this machine remembers before anybody has signed in. */
export const device = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(`earshot.${name}`);
    } catch {
      return null; // Storage is switched off.
    }
  },
  set(name: string, value: string) {
    try {
      localStorage.setItem(`earshot.${name}`, value);
    } catch {
      // Then it is asked for again next time.
    }
  },
};
