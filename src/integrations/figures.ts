import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { drawPosters } from './posters/posters.ts';
import { widgetFolders } from './widget-folders.ts';

/**
 * A page for each named state of each widget, `/figure/<widget>/<state>/`, with its pictures beside it. The pages of
 * a widget are written out, not looped over, so that none links the styles of another.
 */
export function figures(): AstroIntegration {
  let root = new URL('file:///');
  let base = '/';
  return {
    name: 'figures',
    hooks: {
      'astro:config:setup': ({ config, createCodegenDir, injectRoute }) => {
        ({ root, base } = config);
        const codegen = createCodegenDir();
        for (const { id } of widgetFolders(root)) {
          const entrypoint = new URL(`${id}.astro`, codegen);
          writeFileSync(entrypoint, pageOf(id));
          injectRoute({ pattern: `/figure/${id}/[state]`, entrypoint });
        }
      },
      'astro:build:done': ({ dir, logger }) => drawPosters({ dir, root, base, logger }),
    },
  };
}

const pageOf = (id: string) => `---
import FigureLayout from '#layouts/FigureLayout.astro';
import Island from '#widgets/${id}/island.astro';
import { namedStates } from '#widgets/named-states.ts';
import { spec } from '#widgets/${id}/spec.ts';

export const getStaticPaths = () => namedStates(spec).map((named) => ({ params: { state: named.id }, props: { named } }));
const { named } = Astro.props;
---
<FigureLayout {spec} {named}><Island alone at={named.state} headingLevel={1} /></FigureLayout>
`;
