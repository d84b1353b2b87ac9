import ts from 'typescript';
import { type Block, blocksOf, lineAt } from './blocks.ts';

export interface Import {
  specifier: string;
  line: number;
  isGlob: boolean;
  /** What is imported by name; `*` for the whole module. */
  names: readonly string[];
}

/** What the rules want to know about one file. */
export interface Reading {
  imports: Import[];
  /** Lines of imports that can't be read off the text. */
  unclear: number[];
  anys: number[];
  colours: { text: string; line: number }[];
}

export function read(path: string, source: string): Reading {
  const reading: Reading = { imports: [], unclear: [], anys: [], colours: [] };
  for (const block of blocksOf(path, source)) {
    if (block.kind === 'script') readScript(block, reading);
    else if (block.kind === 'style') readStyle(block, reading);
    else readMarkup(block, reading);
  }
  return reading;
}

function readScript({ text, line: firstLine }: Block, reading: Reading): void {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const lineOf = (node: ts.Node) => firstLine + file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const add = (from: ts.Node | undefined, line: number, isGlob = false, names: readonly string[] = []) => {
    if (from && ts.isStringLiteralLike(from))
      reading.imports.push({ specifier: from.text, line, isGlob, names });
    else reading.unclear.push(line);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, lineOf(node), false, namesOf(node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, lineOf(node), false, exportedNames(node));
    else if (ts.isExternalModuleReference(node)) add(node.expression, lineOf(node));
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, lineOf(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], lineOf(node), false, ['*']);
    else if (ts.isCallExpression(node) && isGlobCall(node)) {
      const [patterns] = node.arguments;
      const each = patterns && ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns];
      for (const pattern of each) add(pattern, lineOf(node), true);
    } else if (isAnyAssertion(node)) reading.anys.push(lineOf(node));
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      reading.colours.push(...coloursIn(node.text, lineOf(node)));
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function namesOf({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (importClause?.name || (bindings && ts.isNamespaceImport(bindings))) return ['*'];
  return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(originalName) : [];
}

function exportedNames({ exportClause }: ts.ExportDeclaration): string[] {
  return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(originalName) : ['*'];
}

function originalName({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (propertyName ?? name).text;
}

function isGlobCall({ expression }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    ts.isMetaProperty(expression.expression) &&
    expression.name.text === 'glob'
  );
}

function isAnyAssertion(node: ts.Node): boolean {
  return (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
    node.type.kind === ts.SyntaxKind.AnyKeyword
  );
}

function readStyle({ text, line: firstLine }: Block, reading: Reading): void {
  for (const match of text.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g)) {
    const specifier = match[1] ?? '';
    // A bare file name in CSS is a neighbour, not a package.
    const isNeighbour = /^[\w-]+\.css$/.test(specifier);
    const line = firstLine + lineAt(text, match.index) - 1;
    reading.imports.push({
      specifier: isNeighbour ? `./${specifier}` : specifier,
      line,
      isGlob: false,
      names: [],
    });
  }
  // What is followed by a block is a selector: an id may be spelt like a colour.
  const values = text.replace(/[^{};]*\{/g, (selector) => selector.replace(/[^\n]/g, ' '));
  reading.colours.push(...coloursIn(values, firstLine));
}

function readMarkup({ text }: Block, reading: Reading): void {
  for (const { index } of text.matchAll(/\bimport\((?!\s*['"])|\bimport\.meta\.glob\b/g))
    reading.unclear.push(lineAt(text, index));
  for (const match of text.matchAll(/\bimport\(\s*(['"])(.*?)\1|<script\b[^>]*\bsrc=(["'])([.#].*?)\3/g)) {
    const specifier = match[2] ?? match[4] ?? '';
    reading.imports.push({ specifier, line: lineAt(text, match.index), isGlob: false, names: ['*'] });
  }
  for (const { index } of text.matchAll(/\bas any\s*[)\]},;]/g)) reading.anys.push(lineAt(text, index));
  reading.colours.push(...coloursIn(text, 1));
}

function coloursIn(text: string, firstLine: number): Reading['colours'] {
  // Not an entity (&#8211;), a fragment of an address, or a reference to an id, which may be spelt like a colour.
  const hex = /(?<![&/\w]|url\(["']?|href=["'`{]{1,2})#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\w-])/gi;
  return [...text.matchAll(hex)].map((match) => ({
    text: match[0],
    line: firstLine + lineAt(text, match.index) - 1,
  }));
}
