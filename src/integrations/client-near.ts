import type { ClientDirective } from 'astro';

/** How far from the window's edge a figure wakes: far enough to be there when it is scrolled to. */
const NEAR = '800px';

/**
 * `client:near`: an island wakes near the window, or as soon as the page's numbers are the reader's, so that
 * what is printed, searched or read aloud never mixes two worlds.
 */
const near: ClientDirective = (load, _options, island) => {
  const wake = async () => {
    observer.disconnect();
    document.removeEventListener('yours', wake);
    const hydrate = await load();
    await hydrate();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void wake();
    },
    { rootMargin: NEAR },
  );
  for (const child of island.children) observer.observe(child);
  document.addEventListener('yours', wake);
};

export default near;
