// The browser's storage, which a private window or a file may refuse. Never holds a word of a document.

const PREFIX = 'report-model:';

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // It is forgotten then.
  }
}
