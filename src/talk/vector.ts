const SVG = 'http://www.w3.org/2000/svg';
const SHAPES = 'path, rect, circle, polygon';

/**
 * Draws what is filled with a pattern line by line: printing would make a picture of it, coarse when enlarged and many
 * times as heavy.
 */
export function drawPatterns(root: ParentNode): void {
  let count = 0;
  for (const shape of root.querySelectorAll<SVGGraphicsElement>(SHAPES)) {
    if (shape.closest('defs, pattern, clipPath') !== null) continue;
    const [, id] = /^url\(["']?[^#]*#([^"')]+)["']?\)/.exec(getComputedStyle(shape).fill) ?? [];
    const pattern = id === undefined ? null : document.getElementById(id);
    if (pattern instanceof SVGPatternElement) draw(shape, pattern, `hatch-${count++}`);
  }
}

function draw(shape: SVGGraphicsElement, pattern: SVGPatternElement, id: string): void {
  const box = shape.getBBox();
  const clip = document.createElementNS(SVG, 'clipPath');
  clip.id = id;
  const outline = shape.cloneNode();
  if (!(outline instanceof SVGElement)) return;
  for (const name of ['class', 'fill', 'id', 'style', 'clip-path', 'opacity']) outline.removeAttribute(name);
  clip.append(outline);

  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('clip-path', `url(#${id})`);
  const turned = document.createElementNS(SVG, 'g');
  const turn = pattern.patternTransform.baseVal.consolidate()?.matrix ?? new DOMMatrix();
  turned.setAttribute('transform', `matrix(${turn.a} ${turn.b} ${turn.c} ${turn.d} ${turn.e} ${turn.f})`);
  const tile = {
    x: pattern.x.baseVal.value,
    y: pattern.y.baseVal.value,
    width: pattern.width.baseVal.value,
    height: pattern.height.baseVal.value,
  };
  const there = within(box, new DOMMatrix([turn.a, turn.b, turn.c, turn.d, turn.e, turn.f]).inverse());
  const columns = span(there.left, there.right, tile.x, tile.width);
  const rows = span(there.top, there.bottom, tile.y, tile.height);
  for (const part of pattern.querySelectorAll<SVGGraphicsElement>('rect, line, path, circle')) {
    const look = getComputedStyle(part);
    if (part instanceof SVGRectElement) {
      const ground = turned.appendChild(document.createElementNS(SVG, 'rect'));
      for (const [name, value] of Object.entries({
        x: there.left,
        y: there.top,
        width: there.right - there.left,
        height: there.bottom - there.top,
      }))
        ground.setAttribute(name, String(value));
      paint(ground, look);
    } else if (part instanceof SVGCircleElement) {
      for (const row of rows)
        for (const column of columns) turned.append(moved(part, look, tile, column, row));
    } else {
      // A line from edge to edge of its tile goes on in the next one.
      const lines = columns
        .map((column) => `M${tile.x + column * tile.width},${there.top}V${there.bottom}`)
        .join('');
      const line = turned.appendChild(document.createElementNS(SVG, 'path'));
      line.setAttribute('d', lines);
      paint(line, look);
    }
  }
  group.append(turned);
  shape.before(clip, group);
  shape.style.setProperty('fill', 'none');
}

function moved(
  part: SVGCircleElement,
  look: CSSStyleDeclaration,
  tile: DOMRectInit,
  column: number,
  row: number,
) {
  const copy = document.createElementNS(SVG, 'circle');
  copy.setAttribute('cx', String((tile.x ?? 0) + column * (tile.width ?? 0) + part.cx.baseVal.value));
  copy.setAttribute('cy', String((tile.y ?? 0) + row * (tile.height ?? 0) + part.cy.baseVal.value));
  copy.setAttribute('r', String(part.r.baseVal.value));
  paint(copy, look);
  return copy;
}

function paint(element: SVGElement, look: CSSStyleDeclaration): void {
  for (const name of ['fill', 'stroke', 'stroke-width', 'opacity', 'fill-opacity'])
    element.style.setProperty(name, look.getPropertyValue(name));
}

/** A box seen through a transform. */
function within({ x, y, width, height }: DOMRect, by: DOMMatrix) {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([cx = 0, cy = 0]) => new DOMPoint(cx, cy).matrixTransform(by));
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Which tiles lie between two ends. */
function span(from: number, to: number, start: number, size: number): number[] {
  const first = Math.floor((from - start) / size);
  const last = Math.ceil((to - start) / size);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
