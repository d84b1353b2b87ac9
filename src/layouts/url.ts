/** An address within the site, under whatever path it is served: `url('/widgets.json')` → "/sub/widgets.json". */
export function url(path: `/${string}`): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

/** The same with its origin, as other sites need it. */
export function absolute(path: `/${string}`): string {
  return new URL(url(path), import.meta.env.SITE).href;
}
