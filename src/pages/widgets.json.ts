import type { APIRoute } from 'astro';
import { url } from '#layouts/url.ts';
import { writeSetting } from '#state/address.ts';
import { type Preset, quantitiesOf, type Spec } from '#widgets/define.ts';
import { widgets } from '#widgets/registry.ts';

function queryOf({ settings }: Spec, { state }: Preset<Spec['settings']>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    const setting = settings[key];
    const text = setting === undefined || value === undefined ? null : writeSetting(setting, value);
    if (text !== null) query.set(key, text);
  }
  return query.size === 0 ? '' : `?${query}`;
}

/** What there is to embed, for programs. */
export const GET: APIRoute = () =>
  Response.json(
    widgets.map((spec) => ({
      id: spec.id,
      title: spec.title,
      question: spec.question,
      page: url(`/#${spec.id}`),
      embed: url(`/embed/${spec.id}/`),
      height: spec.embedHeight,
      quantities: quantitiesOf(spec).map(({ key, label, unit, min, max, default: value }) => ({
        key,
        label,
        unit,
        min,
        max,
        default: value,
      })),
      presets: spec.presets.map((preset) => {
        const query = queryOf(spec, preset);
        return { id: preset.id, title: preset.title, query, page: url(`/${query}#${spec.id}`) };
      }),
    })),
  );
