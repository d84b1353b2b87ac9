/** Whether this page is there without a network, too. */
export class Offline {
  isReady = $state(false);
}

/** Keeps the talks on this machine. A file from disk is there already; where a browser keeps nothing, nothing is said. */
export function goOffline(): Offline {
  const offline = new Offline();
  if (document.documentElement.dataset.file !== undefined) {
    offline.isReady = true;
    return offline;
  }
  const worker = document.documentElement.dataset.worker;
  if (worker === undefined || !('serviceWorker' in navigator)) return offline;
  void (async () => {
    try {
      await navigator.serviceWorker.register(worker);
      await navigator.serviceWorker.ready;
      offline.isReady = true;
    } catch {
      // No storage, or no secure address: the talk is there as long as the network is.
    }
  })();
  return offline;
}
