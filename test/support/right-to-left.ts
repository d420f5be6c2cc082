import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';

import { settled, shownIn } from './mount.js';

const letters: Readonly<Record<'ar' | 'he', RegExp>> = {
  ar: /\p{sc=Arabic}/u,
  he: /\p{sc=Hebrew}/u,
};

type Speaking = LitElement & { locale: string | null };

/** Lets an element speak a language that runs from right to left, on a page that does so. */
export async function speak<Type extends Speaking>(
  element: Type,
  tag: keyof typeof letters,
): Promise<Type> {
  document.documentElement.dir = 'rtl';
  element.locale = tag;
  await waitUntil(() => letters[tag].test(shownIn(element)), `<${element.localName}> in ${tag}`);
  await settled(element);
  return element;
}

/** What stands out of the page on either side, where nobody can scroll to it. */
export function standingOut(element: Element): string[] {
  return [...(element.shadowRoot?.querySelectorAll('*') ?? [])]
    .filter((each) => !isUnseen(each) && isOutside(each.getBoundingClientRect()))
    .map((each) => `${each.localName} ${each.part.value} ${each.textContent.trim()}`);
}

/** What is only heard, what is drawn on its own ground, and what has a ground that scrolls. */
function isUnseen(each: Element): boolean {
  if (each.closest('.visually-hidden, svg') !== null) return true;
  for (let around: Element | null = each; around; around = around.parentElement) {
    const { clipPath, overflowX } = getComputedStyle(around);
    if (clipPath !== 'none' || (around !== each && overflowX !== 'visible')) return true;
  }
  return false;
}

const isOutside = ({ left, right, width }: DOMRect): boolean =>
  width > 0 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
