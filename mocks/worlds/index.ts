import { empty } from './empty.js';
import { enterprise } from './enterprise.js';
import { huge } from './huge.js';
import { pastDue } from './past-due.js';
import { lowBalance, standard } from './standard.js';
import { trial } from './trial.js';
import type { World, WorldName } from './world.js';

/** Every world, by its name. */
export const worlds: Readonly<Record<WorldName, World>> = {
  standard,
  enterprise,
  trial,
  'low-balance': lowBalance,
  'past-due': pastDue,
  empty,
  huge,
};

export function isWorldName(name: string): name is WorldName {
  return Object.hasOwn(worlds, name);
}
