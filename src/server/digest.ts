type Hash = (text: string) => Promise<Uint8Array> | Uint8Array;

/** `createHash` of `node:crypto`, as far as it is called here. */
interface NodeCrypto {
  readonly createHash: (name: 'sha256') => {
    readonly update: (text: string) => { readonly digest: () => Uint8Array };
  };
}

interface Runtime {
  readonly process?: {
    readonly getBuiltinModule?: (name: 'node:crypto') => NodeCrypto | undefined;
  };
}

const encoder = new TextEncoder();

const webHash: Hash = async (text) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

/**
 * The hash of Node, where there is one: it is done at once, while the web's is handed to another
 * thread, which for a text as short as an answer takes several times as long as the hash itself.
 */
export function hashOf({ process }: Runtime): Hash {
  const node = process?.getBuiltinModule?.('node:crypto');
  return node ? (text) => node.createHash('sha256').update(text).digest() : webHash;
}

const hash = hashOf(globalThis);

/** A short name of a text: equal texts have the same, others practically never. */
export async function digest(text: string): Promise<string> {
  const bytes = (await hash(text)).subarray(0, 16);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
