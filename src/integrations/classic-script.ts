import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type PluginOption, type Rolldown } from 'vite';

/** A program as classic scripts: one that runs at once, and one that it fetches when it first needs the rest. */
export interface ClassicScripts {
  readonly first: string;
  readonly more: string | null;
  /** The style sheets of what waits. No script adds them: a strict page would refuse that. */
  readonly styles: readonly string[];
  /** Of both: what goes behind their addresses, so that no browser keeps one without the other. */
  readonly hash: string;
}

/** As the bundler writes `import('./a.ts')` in this format. */
const LATER = /Promise\.resolve\(\)\.then\(\(\)=>require\(("[^"]+")\)\)/g;

/**
 * Bundles a module for frames whose origin is opaque, where a browser runs no modules of ours. What is imported
 * with `import()` waits in a second classic script, which shares the first one's modules.
 */
export async function classicScripts(
  root: URL,
  input: string,
  plugins: PluginOption[] = [],
): Promise<ClassicScripts> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(root),
    logLevel: 'error',
    plugins,
    define: { STAGED: 'false' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input,
        output: { format: 'cjs', entryFileNames: 'first.js', chunkFileNames: '[name].js' },
      },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] =
    bundle !== undefined && 'output' in bundle ? bundle.output : [];
  const chunks = files.filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error(`${input} came out without a script`);

  const atOnce = needed(entry, chunks);
  const later = chunks.filter((chunk) => !atOnce.has(chunk));
  const hash = createHash('sha256')
    .update(chunks.map(({ code }) => code).join())
    .digest('hex')
    .slice(0, 8);
  const name = JSON.stringify(hash);
  const ofLater = new Set(later.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
  const styles = files.flatMap((file) =>
    file.type === 'asset' && ofLater.has(file.fileName) ? [String(file.source)] : [],
  );
  if (later.length === 0) return { first: `(()=>{${entry.code}})();`, more: null, styles: [], hash };
  return {
    first: `(()=>{${loader(name)}Object.assign(parts,${table([...atOnce])});need(${specifier(entry)})})();`,
    more: `globalThis.queueMore?.(${name},${table(later)});`,
    styles,
    hash,
  };
}

/**
 * The modules of one page, made when first needed. What is not there yet comes with the second script. Where that is
 * another build's, since the site was made anew while a browser kept the first, the page begins again with what it
 * says now; its state is in its address.
 */
const loader = (hash: string) => `const parts={},made={},at=document.currentScript.src;
const need=(name)=>{if(!(name in made))parts[name](need,made[name]={},later);return made[name]};
let coming;
const later=(name)=>(coming??=new Promise((there,gone)=>{
const script=document.createElement("script");
globalThis.queueMore=(hash,more)=>{if(hash===${hash})there(Object.assign(parts,more));else{script.onload=null;location.reload()}};
script.src=at.replace(/\\.js(?=[?#]|$)/,".more.js");
script.onload=script.onerror=()=>{coming=undefined;gone(new Error("the rest of this figure did not come"))};
document.head.append(script)})).then(()=>need(name));
`;

const specifier = ({ fileName }: Rolldown.OutputChunk) => JSON.stringify(`./${fileName}`);

const table = (chunks: readonly Rolldown.OutputChunk[]) =>
  `{${chunks.map((chunk) => `${specifier(chunk)}(require,exports,later){${fetchingLater(chunk)}}`).join()}}`;

function fetchingLater({ code, fileName }: Rolldown.OutputChunk): string {
  const written = code.replace(LATER, 'later($1)');
  if (/\.then\(\(\)=>require/.test(written))
    throw new Error(`${fileName} imports something later in a way that is not known here`);
  return written;
}

/** A chunk and all that it imports at once. */
function needed(entry: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]) {
  // A set grows while it is walked.
  const found = new Set([entry]);
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return found;
}
