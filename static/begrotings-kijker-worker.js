// The worker that reads. It loads its script at once and waits for `{module}`, the compiled reader, which may come much
// later: it then posts `{ready: true}`. It gets `{id, name, bytes}` and posts `{id, reply}`. It posts `{failed: words}`
// when it cannot go on; the page then takes a fresh one.

const VERSION = new URL(import.meta.url).searchParams.get("v") ?? "dev";

let equip;
const equipped = new Promise((resolve) => (equip = resolve));
const loading = load();
loading.catch((error) => postMessage({ failed: String(error) }));

async function load() {
  const url = new URL("reader.js", import.meta.url);
  url.searchParams.set("v", VERSION);
  const reader = await import(url.href);
  await reader.default({ module_or_path: await equipped });
  postMessage({ ready: true });
  return reader;
}

async function read({ id, name, bytes }) {
  try {
    const reader = await loading;
    const reply = reader.read(name, new Uint8Array(bytes));
    postMessage({ id, reply }, [reply.buffer]);
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
}

// Heard from the first moment on: module and file may come before the script has loaded.
addEventListener("message", ({ data }) => (data.module ? equip(data.module) : read(data)));
