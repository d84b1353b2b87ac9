import { mount } from 'svelte';
import { Boxes } from './boxes.svelte.ts';
import { takeCommands } from './commands.ts';
import type { Deck } from './deck.ts';
import Overlay from './Overlay.svelte';
import { goOffline } from './offline.svelte.ts';
import Presenter from './Presenter.svelte';
import { type Components, Stage } from './stage.svelte.ts';
import { type Role, Talk } from './talk.svelte.ts';

/** Wakes a window of a talk: the slides that the server wrote, and around them what speaker or audience needs. */
export async function startTalk(components: Components): Promise<void> {
  const root = document.querySelector<HTMLElement>('.reveal');
  const data = document.querySelector('#deck')?.textContent;
  if (root === null || data == null) return;
  // What the build wrote beside this script.
  const deck: Deck = JSON.parse(data);
  const role: Role =
    document.documentElement.dataset.window === 'presenter' ||
    new URLSearchParams(location.search).has('presenter')
      ? 'presenter'
      : 'audience';
  document.documentElement.dataset.window = role;
  const talk = new Talk(deck, role);
  const offline = goOffline();
  const stage = new Stage(talk, root, components);
  if (role === 'presenter') {
    const target = document.createElement('div');
    document.body.prepend(target);
    mount(Presenter, { target, props: { talk, slides: root, components, offline } });
  }
  const boxes = new Boxes();
  mount(Overlay, { target: document.body, props: { talk, boxes, slides: root } });
  takeCommands(talk, stage, root, boxes);
  await stage.start();
  document.documentElement.dataset.ready = '';
}
