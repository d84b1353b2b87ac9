import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { absolute } from '#layouts/url.ts';
import { namedStates } from '#widgets/named-states.ts';
import { widgets } from '#widgets/registry.ts';
import { frameOf, linkOf } from '#widgets/snippet.ts';

/** The widest column that a frame's height was measured for. */
const WIDTH_PX = 680;
const A_DAY_S = 86_400;

export const getStaticPaths = (() =>
  widgets.flatMap((spec) =>
    namedStates(spec).map((named) => ({
      params: { widget: spec.id, state: named.id },
      props: { spec, named },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** What a page that links here may show in the link's place: https://oembed.com. */
export const GET: APIRoute<Props> = ({ props: { spec, named } }) => {
  const place = `/figure/${spec.id}/${named.id}/` as const;
  const framed = {
    frame: absolute(`/embed/v1/${spec.id}/${named.whole}`),
    question: spec.question,
    state: named.title,
    height: spec.embedHeight,
    page: absolute(place),
  };
  return Response.json({
    version: '1.0',
    type: 'rich',
    title: `${named.title} · ${spec.question}`,
    provider_name: 'Not a circle, a queue',
    provider_url: absolute('/'),
    cache_age: A_DAY_S,
    thumbnail_url: absolute(`${place}card.png`),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    // WordPress shows the one until the other has said that it is there.
    html: `<blockquote>${linkOf(framed)}</blockquote>${frameOf(framed)}`,
    width: WIDTH_PX,
    height: spec.embedHeight,
  });
};
