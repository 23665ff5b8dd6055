//! The client of the comparing worker: it is started when something is compared first, gets each document once, and answers
//! questions in their order. After one that died or hung, the next question starts a fresh one.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, VecDeque},
    rc::{Rc, Weak},
};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use super::{
    comparing::{Comparative, Compared, Trouble, Two},
    host::Host,
    state::{Action, Loaded},
};
use crate::{
    chart::{Chart, Picture},
    decisions::Decisions,
    message::comparing::{Answer, Question, question, understand_answer},
};

/// The time that an answer may take, in milliseconds: a thousand documents are compared in far less.
const LONGEST_MILLIS: u32 = 120_000;

/// The widths that charts are drawn at: beside the list of documents, and on a telephone.
const WIDTHS: [u32; 2] = [720, 340];

/// Asks the comparing worker.
#[derive(Clone)]
pub struct Comparer(Rc<RefCell<Inner>>);

/// There is one to an element.
impl PartialEq for Comparer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    host: Host,
    report: Callback<Action>,
    /// What the reading worker wrote of each document.
    messages: BTreeMap<u32, Uint8Array>,
    live: Option<Live>,
    asked: VecDeque<Asked>,
    next_id: u32,
    last: Option<(Vec<u32>, Decisions)>,
}

/// A worker with its ears, and the documents that it has; dropping it ends it.
struct Live {
    worker: Worker,
    has: BTreeSet<u32>,
    _listeners: [EventListener; 3],
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A question that waits for its answer.
struct Asked {
    id: u32,
    about: About,
    _timeout: Timeout,
}

/// Where an answer goes.
enum About {
    Documents(Vec<Rc<Loaded>>),
    Two(Two),
    Chart(Callback<Vec<Picture>>),
}

impl Comparer {
    /// One that has nothing to compare yet.
    pub fn new(host: Host, report: Callback<Action>) -> Self {
        let (messages, asked) = (BTreeMap::new(), VecDeque::new());
        Self(Rc::new(RefCell::new(Inner { host, report, messages, live: None, asked, next_id: 0, last: None })))
    }

    /// Keeps what the reading worker wrote of a document.
    pub fn keep(&self, key: u32, message: Uint8Array) {
        self.0.borrow_mut().messages.insert(key, message);
    }

    /// Forgets all documents but these.
    pub fn remain(&self, keys: &[u32]) {
        self.0.borrow_mut().messages.retain(|key, _| keys.contains(key));
    }

    /// Compares documents, unless just that was asked last.
    pub fn compare(&self, documents: &[Rc<Loaded>], decisions: &Decisions) {
        let keys: Vec<u32> = documents.iter().map(|loaded| loaded.key).collect();
        let asked = Some((keys.clone(), decisions.clone()));
        if self.0.borrow().last == asked {
            return;
        }
        self.report(Comparative::Asked);
        self.0.borrow_mut().last = asked;
        self.ask(&Question::Compare { documents: keys, decisions: decisions.clone() }, About::Documents(documents.to_vec()));
    }

    /// Compares two volumes of the comparison that was asked for last.
    pub fn pair(&self, two: Two) {
        self.report(Comparative::Asked);
        self.ask(&Question::Pair(two.left, two.right), About::Two(two));
    }

    /// Draws a chart: once for a wide page, once for a narrow one.
    pub fn draw(&self, chart: &Chart, take: Callback<Vec<Picture>>) {
        self.ask(&Question::Draw(chart.clone(), WIDTHS.to_vec()), About::Chart(take));
    }

    /// Asks once more, after trouble.
    pub fn again(&self, documents: &[Rc<Loaded>], decisions: &Decisions) {
        self.0.borrow_mut().last = None;
        self.compare(documents, decisions);
    }

    fn ask(&self, asked: &Question, about: About) {
        let Ok(worker) = self.worker() else { return self.end(Trouble::Unavailable) };
        if let Question::Compare { documents, .. } = asked
            && self.bring(&worker, documents).is_err()
        {
            return self.end(Trouble::Crashed);
        }
        let id = self.next_id();
        self.0.borrow_mut().asked.push_back(Asked { id, about, _timeout: self.timeout() });
        let bytes = Uint8Array::from(question(asked).as_slice());
        if post(&worker, &[("id", &id.into()), ("question", &bytes)]).is_err() {
            self.end(Trouble::Crashed);
        }
    }

    /// Brings the worker the documents that it lacks, and takes away those that nobody asks for any more.
    fn bring(&self, worker: &Worker, documents: &[u32]) -> Result<(), JsValue> {
        let mut inner = self.0.borrow_mut();
        let Inner { messages, live: Some(live), .. } = &mut *inner else { return Ok(()) };
        let wanted: BTreeSet<u32> = documents.iter().copied().collect();
        for &key in live.has.difference(&wanted) {
            post(worker, &[("forget", &key.into())])?;
        }
        for key in wanted.difference(&live.has) {
            if let Some(message) = messages.get(key) {
                post(worker, &[("take", &(*key).into()), ("bytes", message)])?;
            }
        }
        live.has = wanted;
        Ok(())
    }

    fn next_id(&self) -> u32 {
        let mut inner = self.0.borrow_mut();
        inner.next_id = inner.next_id.wrapping_add(1);
        inner.next_id
    }

    /// The worker, started where there is none.
    fn worker(&self) -> Result<Worker, JsValue> {
        if let Some(live) = &self.0.borrow().live {
            return Ok(live.worker.clone());
        }
        let worker = self.0.borrow().host.take_comparer()?;
        let live = Live { worker: worker.clone(), has: BTreeSet::new(), _listeners: self.listeners(&worker) };
        self.0.borrow_mut().live = Some(live);
        Ok(worker)
    }

    fn listeners(&self, worker: &Worker) -> [EventListener; 3] {
        let inner = Rc::downgrade(&self.0);
        let ends = |inner: Weak<RefCell<Inner>>, trouble: Trouble| {
            move |_: &web_sys::Event| inner.upgrade().into_iter().for_each(|inner| Self(inner).end(trouble))
        };
        [
            EventListener::new(worker, "error", ends(inner.clone(), Trouble::Unavailable)),
            EventListener::new(worker, "messageerror", ends(inner.clone(), Trouble::OtherVersion)),
            EventListener::new(worker, "message", move |event| {
                if let (Some(inner), Some(event)) = (inner.upgrade(), event.dyn_ref::<MessageEvent>()) {
                    Self(inner).hear(&event.data());
                }
            }),
        ]
    }

    fn timeout(&self) -> Timeout {
        let inner = Rc::downgrade(&self.0);
        Timeout::new(LONGEST_MILLIS, move || {
            inner.upgrade().into_iter().for_each(|inner| Self(inner).end(Trouble::TooSlow));
        })
    }

    fn hear(&self, message: &JsValue) {
        let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let id = field("id");
        match (field("answer").dyn_into::<Uint8Array>(), id.as_f64()) {
            (Ok(answer), Some(_)) => self.take(&id, &answer.to_vec()),
            _ if field("unavailable").is_truthy() => self.end(Trouble::Unavailable),
            _ => self.end(Trouble::Crashed),
        }
    }

    /// Hands an answer to whoever asked; questions are answered in their order.
    fn take(&self, id: &JsValue, answer: &[u8]) {
        let asked = self.0.borrow_mut().asked.pop_front_if(|asked| *id == asked.id);
        let Some(Asked { about, .. }) = asked else { return };
        // What comes before the answer to a later comparison counts in documents that are no longer shown by then.
        let is_latest = !self.0.borrow().asked.iter().any(|asked| matches!(asked.about, About::Documents(_)));
        match (understand_answer(answer), about) {
            (Ok(Answer::Comparison(comparison)), About::Documents(documents)) => {
                if is_latest {
                    self.report(Comparative::Compared(Rc::new(Compared { documents, comparison: *comparison })));
                }
            }
            (Ok(Answer::Pair(pair)), About::Two(two)) => {
                if is_latest {
                    self.report(Comparative::Paired(two, pair.map(|pair| Rc::new(*pair))));
                }
            }
            (Ok(Answer::Pictures(pictures)), About::Chart(take)) => take.emit(pictures),
            _ => self.end(Trouble::OtherVersion),
        }
    }

    /// Ends the worker and gives up what it was asked.
    fn end(&self, trouble: Trouble) {
        let mut inner = self.0.borrow_mut();
        let (live, asked) = (inner.live.take(), std::mem::take(&mut inner.asked));
        inner.last = None;
        drop(inner);
        drop((live, asked));
        self.report(Comparative::Failed(trouble));
    }

    fn report(&self, happened: Comparative) {
        let report = self.0.borrow().report.clone();
        report.emit(Action::Compare(happened));
    }
}

fn post(worker: &Worker, fields: &[(&str, &JsValue)]) -> Result<(), JsValue> {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value)?;
    }
    worker.post_message(&message)
}
