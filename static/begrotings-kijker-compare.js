// The worker that compares documents and draws charts. It loads its script and module at once, gets `{take, bytes}` and
// `{forget}` with the number of a document, and `{id, question}`, and posts `{id, answer}`. It posts `{unavailable: words}`
// where it cannot start, and `{failed: words}` where it cannot go on; the page then starts a fresh one when asked again.

const VERSION = new URL(import.meta.url).searchParams.get("v") ?? "dev";

const loading = load();
loading.catch((error) => postMessage({ unavailable: String(error) }));

function address(file) {
  const url = new URL(file, import.meta.url);
  url.searchParams.set("v", VERSION);
  return url;
}

async function load() {
  const script = await import(address("compare.js").href);
  await script.default({ module_or_path: address("compare_bg.wasm") });
  return new script.Desk();
}

// Messages are heard in their order: all of them wait for the same desk.
addEventListener("message", async ({ data }) => {
  try {
    const desk = await loading;
    if ("take" in data) desk.take(data.take, data.bytes);
    else if ("forget" in data) desk.forget(data.forget);
    else {
      const answer = desk.answer(data.question);
      postMessage({ id: data.id, answer }, [answer.buffer]);
    }
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
