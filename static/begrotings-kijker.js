// The loader: defines <begrotings-kijker> and stays outside wasm, so that it can keep what people dropped and show a way
// on when the page inside cannot go on. All addresses are relative to this file and carry its version.

const VERSION = new URL(import.meta.url).searchParams.get("v") ?? "dev";
const READER = "begrotings-kijker-worker.js";
const COMPARER = "begrotings-kijker-compare.js";
/** The only addresses that workers may have. */
const WORKERS = [READER, COMPARER];
const WORDS = {
  nl: {
    starting: "De begrotingskijker start…",
    failed: "De begrotingskijker kan hier niet starten.",
    why: "Uw browser of uw netwerk houdt een deel van de pagina tegen (WebAssembly of een script), of dat deel kon niet worden opgehaald. Werk uw browser bij, ververs de pagina, of probeer een andere browser.",
    crashed: "Er ging iets mis in de begrotingskijker.",
    kept: "Uw bestanden zijn bewaard in deze browser. Ze worden opnieuw gelezen.",
    again: "Opnieuw beginnen met dezelfde bestanden",
    empty: "Opnieuw beginnen zonder bestanden",
    details: "Technische melding",
  },
  en: {
    starting: "The budget viewer is starting…",
    failed: "The budget viewer cannot start here.",
    why: "Your browser or your network blocks a part of the page (WebAssembly or a script), or that part could not be fetched. Update your browser, reload the page, or try another browser.",
    crashed: "Something went wrong in the budget viewer.",
    kept: "Your files are kept in this browser. They will be read again.",
    again: "Start again with the same files",
    empty: "Start again without files",
    details: "Technical message",
  },
};

let starts = 0;
let policy;
let sheet;
let reader;
let importer;
let spare;

/** The address of one of our own files. */
function address(file, start = 0) {
  const url = new URL(file, import.meta.url);
  url.searchParams.set("v", VERSION);
  // A module that is imported under another address is a fresh one: its memory holds nothing of a crash before.
  if (start > 0) url.searchParams.set("start", String(start));
  return url.href;
}

/** The address of a worker, as Trusted Types want it; plain text where the browser has none. */
function workerAddress(file) {
  const own = address(file);
  if (!globalThis.trustedTypes) return own;
  policy ??= sharedPolicy();
  return policy.createScriptURL(own);
}

/** Making a policy twice is refused: a second copy of this loader uses the first one's. */
function sharedPolicy() {
  const key = Symbol.for("begrotingskijker.policy");
  globalThis[key] ??= trustedTypes.createPolicy("begrotingskijker", {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url);
      const isIt = (own) => origin === own.origin && pathname === own.pathname;
      if (WORKERS.some((file) => isIt(new URL(file, import.meta.url)))) return url;
      throw new TypeError("Only our own workers are started.");
    },
  });
  return globalThis[key];
}

/** The style sheet, fetched once for all elements: constructed, because the policy refuses inline styles. */
function styles() {
  sheet ??= fetchOwn("begrotings-kijker.css").then(async (response) => {
    const made = new CSSStyleSheet();
    await made.replace(await response.text());
    return made;
  });
  sheet.catch(() => (sheet = undefined));
  return sheet;
}

/** The reader's module, fetched and compiled once: workers get it from here, so that a fresh one needs no network. */
function compiledReader() {
  reader ??= compiled("reader_bg.wasm");
  reader.catch(() => (reader = undefined));
  return reader;
}

/** The importer's module, for files that are no plain text: fetched when the first of them needs it. */
function compiledImporter() {
  importer ??= compiled("import_bg.wasm");
  importer.catch(() => (importer = undefined));
  return importer;
}

async function compiled(file) {
  return WebAssembly.compile(await (await fetchOwn(file)).arrayBuffer());
}

/**
 * A worker to read with: the spare one, and another spare is started at once. A worker's script cannot be kept, only a
 * worker that has loaded it, and the network may be gone when the next one is needed.
 */
function takeWorker() {
  const worker = spare ?? startWorker();
  spare = undefined;
  worker.addEventListener("message", ({ data }) => data.wants && giveImporter(worker));
  compiledReader().then(
    (module) => worker.postMessage({ module }),
    () => worker.dispatchEvent(new Event("error")),
  );
  startSpare();
  return worker;
}

function startSpare() {
  const started = startWorker();
  const forget = () => {
    if (spare === started) spare = undefined;
  };
  started.addEventListener("error", forget);
  // All that a worker without a module has to say is that it failed.
  started.addEventListener("message", forget);
  spare = started;
}

function startWorker() {
  const worker = new Worker(workerAddress(READER), { type: "module" });
  // Once there was a file for the importer, every worker has it before the next one comes.
  importer?.then((module) => worker.postMessage({ importer: module }), () => {});
  return worker;
}

/** A worker to compare with. Its module is fetched when it is first needed: most people look at one document. */
function takeComparer() {
  return new Worker(workerAddress(COMPARER), { type: "module" });
}

function giveImporter(worker) {
  const give = (module) => [worker, spare].forEach((one) => one?.postMessage({ importer: module }));
  compiledImporter().then(give, () => worker.postMessage({ importer: null }));
}

async function fetchOwn(file) {
  const response = await fetch(address(file));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

class BegrotingsKijker extends HTMLElement {
  #files = new Map();
  #live = [];
  #language = "nl";
  #running;
  #start = 0;

  connectedCallback() {
    this.#language = this.lang === "en" ? "en" : "nl";
    window.addEventListener("error", this.#hearError);
    this.#begin();
  }

  disconnectedCallback() {
    window.removeEventListener("error", this.#hearError);
    this.#start = 0;
    this.#end();
  }

  async #begin() {
    const start = ++starts;
    this.#start = start;
    try {
      const [page, made] = await Promise.all([import(address("page.js", start - 1)), styles()]);
      await page.default({ module_or_path: address("page_bg.wasm") });
      if (this.#start !== start) return;
      const root = this.#freshRoot();
      root.adoptedStyleSheets = [made];
      const inner = root.appendChild(document.createElement("div"));
      this.#running = page.start(inner, this.#host(start));
      this.setAttribute("data-running", "");
    } catch (error) {
      if (this.#start === start) this.#say("failed", error);
    }
  }

  #freshRoot() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren();
    return root;
  }

  #end() {
    this.removeAttribute("data-running");
    const running = this.#running;
    this.#running = undefined;
    try {
      running?.stop();
    } catch {
      // What crashed cannot be stopped in good order; its memory goes with its module.
    }
  }

  /** What the page inside can ask for. */
  #host(start) {
    const files = this.#files;
    return {
      takeWorker,
      takeComparer,
      keep: (key, name, file) => files.set(key, { name, file }),
      remain: (live, removed) => {
        this.#live = [...live];
        const used = new Set([...live, ...removed]);
        for (const key of files.keys()) if (!used.has(key)) files.delete(key);
      },
      kept: () => this.#live.filter((key) => files.has(key)).map((key) => [String(key), files.get(key).name, files.get(key).file]),
      samples: fetchSamples,
      crashed: (message) => queueMicrotask(() => this.#crash(start, message)),
      speaks: (language) => (this.#language = language),
    };
  }

  /** A trap inside wasm reaches the window as an error. */
  #hearError = (event) => {
    if (this.#running && event.error instanceof WebAssembly.RuntimeError) this.#crash(this.#start, event.error);
  };

  #crash(start, error) {
    if (!this.#running || start !== this.#start) return;
    this.#running = undefined;
    this.removeAttribute("data-running");
    this.#say("crashed", error);
  }

  /** Words without wasm, where the page stood. */
  #say(what, error) {
    const words = WORDS[this.#language];
    const box = element("div", "", { role: "alert", class: "stopped", lang: this.#language });
    box.append(element("h2", words[what]));
    if (what === "failed") {
      box.append(element("p", words.why));
      // Not every reader of these words chose a language: without the page there is no switch.
      const other = WORDS[this.#language === "nl" ? "en" : "nl"];
      box.append(element("p", `${other.failed} ${other.why}`, { lang: this.#language === "nl" ? "en" : "nl" }));
    } else {
      box.append(element("p", words.kept), this.#againButton(words.again, false), this.#againButton(words.empty, true));
    }
    const details = element("details", "");
    details.append(element("summary", words.details), element("pre", String(error)));
    box.append(details);
    if (what === "failed" && !this.shadowRoot) this.replaceChildren(box);
    else this.#freshRoot().append(box);
  }

  #againButton(words, withoutFiles) {
    const button = element("button", words, { type: "button", class: withoutFiles ? "button" : "button primary" });
    button.addEventListener("click", () => {
      if (withoutFiles) {
        this.#files.clear();
        this.#live = [];
      }
      this.#begin();
    });
    return button;
  }
}

async function fetchSamples() {
  const names = await (await fetchOwn("samples/index.json")).json();
  const read = async (name) => new File([await (await fetchOwn(`samples/${name}`)).blob()], name);
  return Promise.all(names.map(read));
}

customElements.get("begrotings-kijker") ?? customElements.define("begrotings-kijker", BegrotingsKijker);
