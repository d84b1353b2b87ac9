/** Keeps the screen from going dark while the window is to be seen, where a browser can. */
export class Awake {
  isOn = $state(false);

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
      this.isOn = true;
      lock.addEventListener('release', () => {
        this.isOn = false;
      });
    } catch {
      // Refused, as on a low battery; nothing else depends on it.
    }
  }
}
