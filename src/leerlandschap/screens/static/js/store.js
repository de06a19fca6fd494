// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Where unsent entries survive a reload: IndexedDB. Without it (a private window) the memory of this page.

let opened;

function open() {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open("leerlandschap", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "key" });
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

async function within(mode, work) {
  const database = await open();
  if (!database) return null;
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction("outbox", mode);
      const request = work(transaction.objectStore("outbox"));
      transaction.oncomplete = () => resolve(request.result ?? true);
      transaction.onerror = transaction.onabort = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** True when the entry survives a reload; false when it lives only as long as this page. */
export const keep = async (entry) => (await within("readwrite", (box) => box.put(entry))) !== null;

export const forget = (key) => within("readwrite", (box) => box.delete(key));

/** Everything kept, oldest first. */
export async function kept() {
  const entries = await within("readonly", (box) => box.getAll());
  return Array.isArray(entries) ? entries.sort((one, other) => one.at - other.at) : [];
}
