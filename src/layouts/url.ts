/** An address within the site, under whatever path it is served: `url('/widgets.json')` → "/sub/widgets.json". */
export function url(path: `/${string}`): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}
