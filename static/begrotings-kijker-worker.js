// The worker that reads. It loads its script at once and waits for `{module}`, the compiled reader, which may come much
// later: it then posts `{ready: true}`. It gets `{id, name, bytes}` and posts `{id, reply}`, one for each text in the file,
// and `{id, done: true}` after several. It posts `{failed: words}` when it cannot go on; the page then takes a fresh one.
//
// For a file that is no plain text it needs the importer: it posts `{wants: "importer"}`, gets `{importer}`, the compiled
// module or null, and posts `{id, unavailable: true}` where that cannot be had. The loader may hand it over before it asks.

const VERSION = new URL(import.meta.url).searchParams.get("v") ?? "dev";

let equip;
const equipped = new Promise((resolve) => (equip = resolve));
const loading = load();
loading.catch((error) => postMessage({ failed: String(error) }));

let importer;
let handOver;
let attempts = 0;

function address(file) {
  const url = new URL(file, import.meta.url);
  url.searchParams.set("v", VERSION);
  return url;
}

async function load() {
  const reader = await import(address("reader.js").href);
  await reader.default({ module_or_path: await equipped });
  postMessage({ ready: true });
  return reader;
}

/** The importer, asked for where it did not come by itself. */
function importerAtHand() {
  if (!importer) {
    keepImporter(new Promise((resolve) => (handOver = resolve)).then(loadImporter));
    postMessage({ wants: "importer" });
  }
  return importer;
}

function keepImporter(loads) {
  importer = loads;
  // The next file may find the network back.
  loads.catch(() => (importer = undefined));
}

async function loadImporter(module) {
  if (!module) throw new Error("The importer cannot be had.");
  const url = address("import.js");
  // A browser may remember that an address failed.
  if (attempts++ > 0) url.searchParams.set("start", String(attempts));
  const script = await import(url.href);
  await script.default({ module_or_path: module });
  return script;
}

function hearOfImporter(module) {
  if (handOver) {
    handOver(module);
    handOver = undefined;
  } else if (!importer) keepImporter(loadImporter(module));
}

async function read({ id, name, bytes }) {
  try {
    const reader = await loading;
    const file = new Uint8Array(bytes);
    const reply = reader.read(name, file);
    if (reply) post(id, reply);
    else await readParcels(reader, id, name, file);
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
}

async function readParcels(reader, id, name, file) {
  const script = await importerAtHand().catch(() => undefined);
  if (!script) return postMessage({ id, unavailable: true });
  const parcels = new script.Parcels(name, file);
  for (let parcel = parcels.next(); parcel; parcel = parcels.next()) post(id, reader.readParcel(parcel));
  parcels.free();
  postMessage({ id, done: true });
}

function post(id, reply) {
  postMessage({ id, reply }, [reply.buffer]);
}

// Heard from the first moment on: module and file may come before the script has loaded.
addEventListener("message", ({ data }) => {
  if (data.module) equip(data.module);
  else if ("importer" in data) hearOfImporter(data.importer);
  else read(data);
});
