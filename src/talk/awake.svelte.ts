/** Keeps the screen from going dark while the window is to be seen, where a browser can. */
export class Awake {
  is = $state(false);

  constructor() {
    void this.#ask();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    if (!('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      this.is = true;
      lock.addEventListener('release', () => {
        this.is = false;
      });
    } catch {
      // Refused, as on a low battery; nothing else depends on it.
    }
  }
}
