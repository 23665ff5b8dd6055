// The worker that reads: gets `{id, name, bytes}`, posts `{id, reply}`. It posts `{ready: true}` when it can read, and
// `{failed: words}` when it cannot go on; the page then starts a fresh one.

const VERSION = new URL(import.meta.url).searchParams.get("v") ?? "dev";

function address(file) {
  const url = new URL(file, import.meta.url);
  url.searchParams.set("v", VERSION);
  return url.href;
}

async function load() {
  const reader = await import(address("reader.js"));
  await reader.default({ module_or_path: address("reader_bg.wasm") });
  postMessage({ ready: true });
  return reader;
}

const loading = load();

// Heard from the first moment on: a file may come before the reader is there.
addEventListener("message", async ({ data: { id, name, bytes } }) => {
  try {
    const reader = await loading;
    const reply = reader.read(name, new Uint8Array(bytes));
    postMessage({ id, reply }, [reply.buffer]);
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
});
