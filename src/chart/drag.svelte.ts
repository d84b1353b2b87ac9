import type { Point } from './geometry.ts';

/** What a picture does when something on it is taken, moved, let go or put back. */
export interface DragActions {
  readonly onhold: (at: Point) => void;
  readonly ondrag: (to: Point) => void;
  readonly ondrop: () => void;
  readonly oncancel: () => void;
}

type SvgPointer = PointerEvent & { currentTarget: SVGGraphicsElement };

/** One drag at a time on one mark of an SVG, in the SVG's px. */
export class Drag {
  held = $state(false);
  #pointer = -1;
  #offset: Point = { x: 0, y: 0 };
  #actions: () => DragActions;

  constructor(actions: () => DragActions) {
    this.#actions = actions;
  }

  /** Takes hold; `mark` is where the mark stands, or null for one that goes where the pointer is. */
  take(event: SvgPointer, mark: Point | null): void {
    if (event.button !== 0 || this.held) return;
    const at = pointIn(event);
    const taken = mark ?? at;
    this.#offset = { x: at.x - taken.x, y: at.y - taken.y };
    this.held = true;
    this.#pointer = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.#actions().onhold(taken);
  }

  readonly move = (event: SvgPointer): void => {
    if (!this.#isMine(event)) return;
    const at = pointIn(event);
    this.#actions().ondrag({ x: at.x - this.#offset.x, y: at.y - this.#offset.y });
  };

  readonly drop = (event: SvgPointer): void => {
    if (!this.#isMine(event)) return;
    this.held = false;
    this.#actions().ondrop();
  };

  /** A second finger on the same mark is nobody's. */
  #isMine(event: SvgPointer): boolean {
    return this.held && event.pointerId === this.#pointer;
  }

  cancel(): void {
    this.held = false;
    this.#actions().oncancel();
  }
}

/** Where a pointer is in the px that its picture is drawn in, however large it is shown. */
export function pointIn({
  clientX,
  clientY,
  currentTarget,
}: MouseEvent & { currentTarget: SVGGraphicsElement }): Point {
  const toScreen = currentTarget.ownerSVGElement?.getScreenCTM();
  return new DOMPoint(clientX, clientY).matrixTransform(toScreen?.inverse());
}
