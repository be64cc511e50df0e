import type { Change, Journal } from "./journal";

/** What a key holds: undefined where it was removed. `seq` is the order of arrival. */
interface Entry {
  readonly value: unknown;
  readonly seq: number;
}

/** Values in drawers, changed all or nothing. */
export interface Store {
  get(drawer: string, id: string): unknown;
  has(drawer: string, id: string): boolean;
  /** Newest first. */
  all(drawer: string): readonly unknown[];
  /** Undefined removes, and leaves a mark that it was there. */
  put(drawer: string, id: string, value: unknown): void;
  /** Forgets, mark and all. */
  forget(drawer: string, id: string): void;
  atomically<T>(work: () => T): T;
  /** Called after each commit, with what it changed. */
  onCommit(listener: (changes: readonly Change[]) => void): void;
}

/** Whether an error leaves what was done in place. */
const keeps = (error: unknown): boolean => error instanceof Error && (error as { keep?: boolean }).keep === true;

export function openStore(journal: Journal): Store {
  const { drawerOf, place, all, load } = openDrawers();
  const listeners: ((changes: readonly Change[]) => void)[] = [];
  let depth = 0;
  let undo: (() => void)[] = [];
  let staged = new Map<string, Change>();

  const write = (name: string, id: string, entry: Entry | undefined) => {
    const before = drawerOf(name).get(id);
    undo.push(() => place(name, id, before));
    place(name, id, entry);
    staged.set(`${name} ${id}`, [name, id, entry ? (entry.value ?? null) : undefined]);
    if (depth === 0) commit();
  };
  const commit = () => {
    const changes = [...staged.values()];
    undo = [];
    staged = new Map();
    if (changes.length === 0) return;
    journal.append(changes);
    for (const listener of listeners) listener(changes);
  };
  const rollBack = (undoMark: number, stagedMark: Map<string, Change>) => {
    for (const step of undo.splice(undoMark).reverse()) step();
    staged = stagedMark;
  };
  const next = load(journal.read());

  return {
    get: (name, id) => drawerOf(name).get(id)?.value,
    has: (name, id) => drawerOf(name).has(id),
    all,
    put: (name, id, value) => write(name, id, { value, seq: drawerOf(name).get(id)?.seq ?? next() }),
    forget: (name, id) => write(name, id, undefined),
    atomically(work) {
      const undoMark = undo.length;
      const stagedMark = new Map(staged);
      depth += 1;
      try {
        return work();
      } catch (error) {
        if (!keeps(error)) rollBack(undoMark, stagedMark);
        throw error;
      } finally {
        depth -= 1;
        if (depth === 0) commit();
      }
    },
    onCommit: (listener) => void listeners.push(listener),
  };
}

/** What is kept, by drawer; a drawer's list is made once for as long as nothing in it changes. */
function openDrawers() {
  const drawers = new Map<string, Map<string, Entry>>();
  const lists = new Map<string, readonly unknown[]>();
  let seq = 0;

  const drawerOf = (name: string) => {
    const found = drawers.get(name) ?? new Map<string, Entry>();
    drawers.set(name, found);
    return found;
  };
  return {
    drawerOf,
    place(name: string, id: string, entry: Entry | undefined): void {
      if (entry) drawerOf(name).set(id, entry);
      else drawerOf(name).delete(id);
      lists.delete(name);
    },
    all(name: string): readonly unknown[] {
      const known = lists.get(name);
      if (known) return known;
      const entries = [...drawerOf(name).values()].filter(({ value }) => value !== undefined);
      const list = entries.sort((one, other) => other.seq - one.seq).map(({ value }) => value);
      lists.set(name, list);
      return list;
    },
    /** Takes in what was kept; what comes later is numbered by the returned function. */
    load(changes: readonly Change[]): () => number {
      for (const [name, id, value] of changes) {
        if (value === undefined) drawerOf(name).delete(id);
        else drawerOf(name).set(id, { value: value ?? undefined, seq: drawerOf(name).get(id)?.seq ?? seq++ });
      }
      return () => seq++;
    },
  };
}
