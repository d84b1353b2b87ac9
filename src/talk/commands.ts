import type { Boxes } from './boxes.svelte.ts';
import { focusIn } from './focus.ts';
import { type Action, actionOf } from './keys.ts';
import { SLIDE_HEIGHT } from './measures.ts';
import type { Spot } from './moment.ts';
import type { Stage } from './stage.svelte.ts';
import { onSwipe } from './swipe.ts';
import type { Talk } from './talk.svelte.ts';

/** What speaker and audience can do with keys, mouse and fingers. */
export function takeCommands(talk: Talk, stage: Stage, slides: HTMLElement, boxes: Boxes): void {
  const does: Readonly<Record<Action, () => void>> = {
    next: () => talk.step(1),
    previous: () => talk.step(-1),
    first: () => talk.end('first'),
    last: () => talk.end('last'),
    black: () => talk.show('black'),
    white: () => talk.show('white'),
    fullscreen: () => void toggleFullScreen(),
    leave: () => leave(stage, boxes),
    overview: () => {
      // Nothing can be picked on a dark screen.
      if (talk.moment.screen !== 'on') talk.show('on');
      stage.toggleOverview();
    },
    goto: () => boxes.toggle('goto'),
    presenter: () => openOther(talk),
    freeze: () => talk.freeze(),
    pointer: () => togglePointer(talk),
    timer: () => talk.toggleTimer(),
    help: () => boxes.toggle('help'),
  };
  const isAction = (name: string): name is Action => Object.hasOwn(does, name);
  // Before any control sees them: a slider would take PageDown for its own.
  addEventListener(
    'keydown',
    (event) => {
      const action = actionOf(event, focusIn(document));
      if (action === null) return;
      // A widget gives up its drag on Escape, too; a box closes itself.
      if (action !== 'leave') {
        event.preventDefault();
        event.stopPropagation();
      }
      // A key held down turns no screen on and off again.
      if (!event.repeat) does[action]();
    },
    { capture: true },
  );
  for (const button of document.querySelectorAll<HTMLElement>('[data-action]')) {
    const action = button.dataset.action ?? '';
    if (isAction(action)) button.addEventListener('click', does[action]);
  }

  // A click on a button of the speaker's leaves the keys to the deck.
  for (const button of document.querySelectorAll<HTMLElement>('.presenter > footer button'))
    button.addEventListener('mousedown', (event) => event.preventDefault());

  onSwipe(slides, (count) => talk.step(count));
  holdWhileHeld(talk, slides);
  slides.addEventListener('pointermove', (event) => {
    if (talk.moment.pointer !== null) talk.point(spotIn(slides, event));
  });
}

function leave(stage: Stage, boxes: Boxes): void {
  const { activeElement } = document;
  if (boxes.close()) return;
  if (stage.isOverview) stage.toggleOverview(false);
  else if (focusIn(document) === 'control' && activeElement instanceof HTMLElement) activeElement.blur();
  else if (activeElement instanceof SVGElement) activeElement.blur();
  else if (document.fullscreenElement !== null) void document.exitFullscreen();
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement !== null) return await document.exitFullscreen();
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
    // So that Escape leaves a control first, where a browser lets a page have it.
    if ('keyboard' in navigator)
      await (navigator as { keyboard: { lock(keys: string[]): Promise<void> } }).keyboard.lock(['Escape']);
  } catch {
    // A frame or a setting may forbid it; the talk goes on in its window.
  }
}

/** The presenter's window, or from there the audience's. */
function openOther(talk: Talk): void {
  const url = new URL(location.href);
  const other = talk.role === 'audience' ? 'presenter' : 'audience';
  const isFile = document.documentElement.dataset.file !== undefined;
  if (isFile && other === 'presenter') url.searchParams.set('presenter', '');
  else if (isFile) url.searchParams.delete('presenter');
  else url.pathname = `${talkPath(url.pathname)}${other === 'presenter' ? 'presenter/' : ''}`;
  talk.opened(window.open(url, `${other} ${talk.deck.id}`, 'popup,width=1280,height=800'));
}

/** A talk's own address, however the host spells it: `…/the-law`, `…/the-law/presenter/index.html`. */
function talkPath(pathname: string): string {
  return `${pathname.replace(/(\/|index\.html)+$/, '').replace(/\/presenter$/, '')}/`;
}

function togglePointer(talk: Talk): void {
  talk.point(talk.moment.pointer === null ? { x: 0.5, y: 0.5 } : null);
}

/** Where an event is on the slide, as shares of its sides. */
function spotIn(slides: HTMLElement, { clientX, clientY }: PointerEvent): Spot {
  const box = slides.querySelector('.slides')?.getBoundingClientRect() ?? slides.getBoundingClientRect();
  const tall =
    (box.width / (slides.querySelector<HTMLElement>('.slides')?.offsetWidth ?? box.width)) * SLIDE_HEIGHT;
  const share = (value: number) => Math.min(1, Math.max(0, value));
  return { x: share((clientX - box.left) / box.width), y: share((clientY - box.top) / tall) };
}

/** As long as a hand is on a widget here, this window drives. */
function holdWhileHeld(talk: Talk, slides: HTMLElement): void {
  slides.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && target.closest('.present [data-widget]') !== null) talk.hold();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, () => talk.release());
}
