/** The talks of one day, and the billing sessions that they are counted as. */
import type { Random } from './random.js';

/** A quarter of an hour: the billing session, in milliseconds. */
const sessionLength = 900_000;

/** A conversation of one person with the bot. Instants in milliseconds. */
export interface Talk {
  /** Names it among all talks of the world. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Index among the world's channels. */
  readonly channel: number;
}

/** One billing session of a talk. */
export interface Session {
  readonly talk: Talk;
  /** Its place in the talk: it starts so many quarters of an hour after it. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** How many billing sessions a talk of so many milliseconds is: each quarter begun counts. */
export function sessionCount(length: number): number {
  return Math.max(1, Math.ceil(length / sessionLength));
}

/** The billing sessions of a talk, in order. */
export function sessionsOf(talk: Talk): Session[] {
  return Array.from({ length: sessionCount(talk.end - talk.start) }, (_, block) => {
    const start = talk.start + block * sessionLength;
    return { talk, block, start, end: Math.min(start + sessionLength, talk.end) };
  });
}

export interface TalksOptions {
  readonly random: Random;
  readonly key: string;
  /** The talks start and end within these instants. */
  readonly from: number;
  readonly to: number;
  /** How many billing sessions the talks are together. */
  readonly sessions: number;
  /** The channel of a talk whose first session is the nth. */
  readonly channelOf: (index: number) => number;
}

/** Talks whose billing sessions add up to a given number, most of them around noon. */
export function talksOf({ random, key, from, to, sessions, channelOf }: TalksOptions): Talk[] {
  const talks: Talk[] = [];
  let counted = 0;
  while (counted < sessions) {
    const size = Math.min(talkSize(random(), to - from), sessions - counted);
    // Whole seconds, from one second more than the sessions before to the last one's full length.
    const length = (size - 1) * sessionLength + 1000 * (1 + Math.floor(random() * 900));
    const room = Math.max(0, to - from - length);
    const start = from + Math.floor((((random() + random()) / 2) * room) / 1000) * 1000;
    talks.push({
      key: `${key}/${counted}`,
      start,
      end: start + length,
      channel: channelOf(counted),
    });
    counted += size;
  }
  return talks;
}

/** How many sessions a talk has: six of ten are over within the first. */
function talkSize(chance: number, room: number): number {
  const size = [0.62, 0.84, 0.94].filter((share) => chance >= share).length + 1;
  return room < size * sessionLength ? 1 : size;
}
