import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentName } from '../src/integrations/widget-folders.ts';
import { projectFolder } from './sites.ts';

// `npm run new:widget <id>` writes src/widgets/<id>/ from the files in scripts/new-widget/.
const [id = ''] = process.argv.slice(2);
const folder = join(projectFolder, 'src/widgets', id);

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error(
    `“${id}” can't be a widget's id. Wanted: small letters, digits and hyphens, such as phase-map.`,
  );
  process.exitCode = 1;
} else if (existsSync(folder)) {
  console.error(`src/widgets/${id}/ is there already. Wanted: an id that no widget has.`);
  process.exitCode = 1;
} else {
  const words = id.replaceAll('-', ' ');
  const name = componentName(id);
  const filled = (text: string) =>
    text
      .replaceAll('__id__', id)
      .replaceAll('__Name__', name)
      .replaceAll('__Title__', `${words[0]?.toUpperCase()}${words.slice(1)}`)
      .replaceAll('__title__', words);
  const templates = join(projectFolder, 'scripts/new-widget');
  mkdirSync(folder);
  for (const file of readdirSync(templates)) {
    const target = file.replace(/\.txt$/, '').replace(/^Widget\b/, name);
    writeFileSync(join(folder, target), filled(readFileSync(join(templates, file), 'utf8')));
  }
  console.log(
    `src/widgets/${id}/ is there, and works: try npm run dev, /embed/${id}/. Every word and line in it is yours to change.`,
  );
}
