import type { APIRoute } from 'astro';
import { url } from '#layouts/url.ts';
import { quantitiesOf, stateQuery, wholeQuery } from '#widgets/define.ts';
import { widgets } from '#widgets/registry.ts';

/** What there is to embed, for programs. */
export const GET: APIRoute = () =>
  Response.json(
    widgets.map((spec) => ({
      id: spec.id,
      title: spec.title,
      question: spec.question,
      page: url(`/#${spec.id}`),
      embed: url(`/embed/v1/${spec.id}/`),
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
        const page = url(`/${stateQuery(spec, preset.state, `${spec.id}.`)}#${spec.id}`);
        return {
          id: preset.id,
          title: preset.title,
          query: stateQuery(spec, preset.state),
          embed: url(`/embed/v1/${spec.id}/${wholeQuery(spec, preset.state)}`),
          page,
        };
      }),
    })),
  );
