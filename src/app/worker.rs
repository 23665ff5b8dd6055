//! The client of the reading worker: one file at a time, and a fresh worker after one that died, hung or was cancelled.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::{Rc, Weak},
};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, MessageEvent, Worker};
use yew::Callback;

use super::{
    comparer::Comparer,
    host::Host,
    state::{Action, Loaded, Notice, Reason},
};
use crate::{
    import::{MOST_BYTES, Refusal},
    message::{Reading, understand},
};

/// The time that any file gets, in milliseconds.
const LEAST_MILLIS: u32 = 30_000;

/// What a slow telephone certainly reads in a millisecond.
const BYTES_A_MILLI: u64 = 100;

/// A file to read.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its number in the workspace.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub file: Blob,
}

/// Reads files one after the other and reports each. What the worker writes is kept for the one that compares.
#[derive(Clone)]
pub struct Reader(Rc<RefCell<Inner>>);

struct Inner {
    host: Host,
    report: Callback<Action>,
    comparer: Comparer,
    next_key: Rc<Cell<u32>>,
    queue: VecDeque<Job>,
    running: Option<Running>,
    live: Option<Live>,
}

/// The file that is being read.
struct Running {
    job: Job,
    _timeout: Timeout,
}

/// A worker with the ears that listen to it; dropping it ends it.
struct Live {
    worker: Worker,
    ready: bool,
    _listeners: [EventListener; 3],
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Reader {
    /// A reader that has nothing to do yet.
    pub fn new(host: Host, report: Callback<Action>, comparer: Comparer, next_key: Rc<Cell<u32>>) -> Self {
        let inner = Inner { host, report, comparer, next_key, queue: VecDeque::new(), running: None, live: None };
        Self(Rc::new(RefCell::new(inner)))
    }

    /// Starts the worker before there is anything to read, so that the first file does not wait for it, and so that
    /// nothing needs to be fetched any more once the page is there.
    pub fn warm_up(&self) {
        // Where it cannot start, the first file says so.
        drop(self.worker());
    }

    /// Adds files to the queue.
    pub fn read(&self, jobs: impl IntoIterator<Item = Job>) {
        self.0.borrow_mut().queue.extend(jobs);
        self.advance();
    }

    /// Drops the queue and the file that is being read.
    pub fn cancel(&self) {
        let mut inner = self.0.borrow_mut();
        inner.queue.clear();
        inner.running = None;
        inner.live = None;
    }

    /// Starts the next file where none is being read.
    fn advance(&self) {
        while self.0.borrow().running.is_none() {
            let Some(job) = self.0.borrow_mut().queue.pop_front() else { return };
            if let Err(reason) = self.start(&job) {
                self.report(Action::Failed(Notice { key: job.key, name: job.name, reason }));
            }
        }
    }

    fn start(&self, job: &Job) -> Result<(), Reason> {
        if bytes_of(&job.file) > MOST_BYTES {
            return Err(Reason::Refused(Refusal::TooLarge));
        }
        let worker = self.worker()?;
        self.run(job.clone());
        let (reader, job) = (self.clone(), job.clone());
        spawn_local(async move {
            if send(&worker, &job).await.is_err() && reader.is_running(job.key) {
                // The worker got nothing and is well.
                reader.fail(Reason::Unopened);
            }
        });
        Ok(())
    }

    /// The worker has a file, or goes on with it: it gets the time for it.
    fn run(&self, job: Job) {
        let timeout = self.timeout(&job.file);
        self.0.borrow_mut().running = Some(Running { job, _timeout: timeout });
    }

    /// The worker, started where there is none.
    fn worker(&self) -> Result<Worker, Reason> {
        if let Some(live) = &self.0.borrow().live {
            return Ok(live.worker.clone());
        }
        let worker = self.0.borrow().host.take_worker().map_err(|_| Reason::NoReader)?;
        let live = Live { worker: worker.clone(), ready: false, _listeners: self.listeners(&worker) };
        self.0.borrow_mut().live = Some(live);
        Ok(worker)
    }

    fn listeners(&self, worker: &Worker) -> [EventListener; 3] {
        let inner = Rc::downgrade(&self.0);
        let dies = |inner: Weak<RefCell<Inner>>| {
            move |_: &web_sys::Event| {
                inner.upgrade().into_iter().for_each(|inner| Self(inner).died());
            }
        };
        [
            EventListener::new(worker, "error", dies(inner.clone())),
            EventListener::new(worker, "messageerror", dies(inner.clone())),
            EventListener::new(worker, "message", move |event| {
                if let (Some(inner), Some(event)) = (inner.upgrade(), event.dyn_ref::<MessageEvent>()) {
                    Self(inner).hear(&event.data());
                }
            }),
        ]
    }

    fn timeout(&self, file: &Blob) -> Timeout {
        let inner = Rc::downgrade(&self.0);
        let reading = u32::try_from(bytes_of(file) / BYTES_A_MILLI).unwrap_or(u32::MAX / 2);
        Timeout::new(LEAST_MILLIS + reading, move || {
            inner.upgrade().into_iter().for_each(|inner| Self(inner).end(Reason::TooSlow));
        })
    }

    fn hear(&self, message: &JsValue) {
        let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
        if field("ready").is_truthy() {
            self.0.borrow_mut().live.iter_mut().for_each(|live| live.ready = true);
        } else if field("failed").is_truthy() {
            self.died();
        } else if field("unavailable").is_truthy() {
            self.fail(Reason::NoImporter);
        } else if field("done").is_truthy() {
            self.end_archive(&field("id"));
        } else if let Ok(reply) = field("reply").dyn_into::<Uint8Array>() {
            self.take(&reply);
        }
    }

    /// Takes one text of the file that is being read: the only one, or one of an archive.
    fn take(&self, reply: &Uint8Array) {
        let Some(Running { job, .. }) = self.0.borrow_mut().running.take() else { return };
        let reading = understand(&reply.to_vec());
        let entry = match &reading {
            Ok(Reading::Read(read)) => read.0.origin.entry.clone(),
            Ok(Reading::Refused { entry, .. }) => entry.clone(),
            Err(_) => None,
        };
        let is_of_archive = entry.is_some();
        let key = if is_of_archive { new_key(&self.0.borrow().next_key) } else { job.key };
        let name = entry.map_or_else(|| job.name.clone(), |entry| format!("{}: {entry}", job.name));
        let action = match reading {
            Ok(Reading::Read(read)) => {
                let (source, document, findings) = *read;
                self.0.borrow().comparer.keep(key, reply.clone());
                Action::Read(Box::new(Loaded::new(key, job.key, source, document, findings)))
            }
            Ok(Reading::Refused { refusal, .. }) => Action::Failed(Notice { key, name, reason: Reason::Refused(refusal) }),
            Err(_) => Action::Failed(Notice { key, name, reason: Reason::OtherVersion }),
        };
        if is_of_archive {
            self.run(job);
        }
        self.report(action);
        self.advance();
    }

    /// The worker is through with a file; one with a single text came to its end with that.
    fn end_archive(&self, id: &JsValue) {
        let is_it = |running: &mut Running| id.as_f64() == Some(f64::from(running.job.key));
        let ended = self.0.borrow_mut().running.take_if(is_it);
        if let Some(Running { job, .. }) = ended {
            self.report(Action::Ended(job.key));
            self.advance();
        }
    }

    fn died(&self) {
        let was_ready = self.0.borrow().live.as_ref().is_some_and(|live| live.ready);
        self.end(if was_ready { Reason::Crashed } else { Reason::NoReader });
    }

    /// Ends the worker and the file that it is reading; the rest goes to a fresh one.
    fn end(&self, reason: Reason) {
        let live = self.0.borrow_mut().live.take();
        drop(live);
        self.fail(reason);
    }

    /// Gives up the file that is being read, and goes on with the next.
    fn fail(&self, reason: Reason) {
        let running = self.0.borrow_mut().running.take();
        if let Some(Running { job, .. }) = running {
            self.report(Action::Failed(Notice { key: job.key, name: job.name, reason }));
        }
        self.advance();
    }

    fn is_running(&self, key: u32) -> bool {
        self.0.borrow().running.as_ref().is_some_and(|running| running.job.key == key)
    }

    fn report(&self, action: Action) {
        let report = self.0.borrow().report.clone();
        report.emit(action);
    }
}

/// The next number for a file, a document or a message.
pub fn new_key(next: &Cell<u32>) -> u32 {
    next.replace(next.get().wrapping_add(1))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number, never below zero")]
fn bytes_of(file: &Blob) -> u64 {
    file.size() as u64
}

/// Hands the bytes of a file over to the worker, without a copy.
async fn send(worker: &Worker, job: &Job) -> Result<(), JsValue> {
    let bytes: ArrayBuffer = JsFuture::from(job.file.array_buffer()).await?.dyn_into()?;
    let message = Object::new();
    Reflect::set(&message, &"id".into(), &job.key.into())?;
    Reflect::set(&message, &"name".into(), &job.name.as_str().into())?;
    Reflect::set(&message, &"bytes".into(), &bytes)?;
    worker.post_message_with_transfer(&message, &Array::of1(&bytes))
}
