//! The door of the workspace: files, folders, pasted text and samples come in here, and go to the reader.

use std::{cell::Cell, rc::Rc};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DataTransfer, File, FileList};
use yew::Callback;

use super::{
    comparer::Comparer,
    drop::{dropped_files, listed_files},
    host::Host,
    marking::Marking,
    state::{Action, Notice, Reason, Waiting},
    worker::{Job, Reader, new_key},
};
use crate::decisions::Decisions;

/// Takes files in. Cloning gives another handle on the same door.
#[derive(Clone)]
pub struct Intake {
    host: Host,
    report: Callback<Action>,
    reader: Reader,
    next_key: Rc<Cell<u32>>,
}

/// There is one door to an element.
impl PartialEq for Intake {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.next_key, &other.next_key)
    }
}

impl Intake {
    /// A door that reports what comes in and what becomes of it.
    pub fn new(host: Host, report: Callback<Action>, comparer: Comparer) -> Self {
        let next_key = Rc::new(Cell::new(0));
        let reader = Reader::new(host.clone(), report.clone(), comparer, Rc::clone(&next_key));
        Self { host, report, reader, next_key }
    }

    /// Gets the reader ready, and reads again what the loader kept from before a crash.
    pub fn resume(&self) {
        self.reader.warm_up();
        let jobs: Vec<Job> = self.host.kept().iter().filter_map(|kept| kept_job(&kept)).collect();
        if let Some(last) = jobs.iter().map(|job| job.key).max() {
            self.next_key.set(last + 1);
            self.submit(jobs);
        }
    }

    /// Takes what was dropped.
    pub fn take_drop(&self, transfer: &DataTransfer) {
        let intake = self.clone();
        let files = dropped_files(transfer);
        spawn_local(async move { intake.take(files.await) });
    }

    /// Takes what was chosen.
    pub fn take_list(&self, list: &FileList) {
        self.take(listed_files(list));
    }

    /// Takes pasted text.
    pub fn take_text(&self, name: &str, text: &str) {
        let parts = Array::of1(&text.into());
        if let Ok(blob) = Blob::new_with_str_sequence(&parts) {
            self.submit_new([(name.to_owned(), blob)]);
        }
    }

    /// Fetches the sample set and takes it.
    pub fn take_samples(&self) {
        let intake = self.clone();
        spawn_local(async move {
            match JsFuture::from(intake.host.samples()).await {
                Ok(files) => intake.take(Array::from(&files).iter().map(JsCast::unchecked_into).collect()),
                Err(_) => intake.complain(Reason::NoSamples),
            }
        });
    }

    /// Takes a file of notes on findings.
    pub fn take_notes(&self, file: File) {
        let intake = self.clone();
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let opened = text.ok_or(Reason::Unopened).and_then(|text| Decisions::from_json(&text).map_err(Reason::NoNotes));
            intake.report.emit(match opened {
                Ok(decisions) => Action::Mark(Marking::Opened(Box::new(decisions))),
                Err(reason) => Action::NotNotes(Notice { key: new_key(&intake.next_key), name: file.name(), reason }),
            });
        });
    }

    /// Stops reading.
    pub fn cancel(&self) {
        self.reader.cancel();
        self.report.emit(Action::Cancelled);
    }

    fn take(&self, files: Vec<File>) {
        if files.is_empty() {
            self.complain(Reason::NoFiles);
        } else {
            self.submit_new(files.into_iter().map(|file| (file.name(), file.into())));
        }
    }

    fn complain(&self, reason: Reason) {
        self.report.emit(Action::Failed(Notice { key: new_key(&self.next_key), name: String::new(), reason }));
    }

    fn submit_new(&self, files: impl IntoIterator<Item = (String, Blob)>) {
        let jobs: Vec<Job> = files.into_iter().map(|(name, file)| Job { key: new_key(&self.next_key), name, file }).collect();
        for job in &jobs {
            self.host.keep(job.key, &job.name, &job.file);
        }
        self.submit(jobs);
    }

    fn submit(&self, jobs: Vec<Job>) {
        let waiting = jobs.iter().map(|job| Waiting { key: job.key, name: job.name.clone() }).collect();
        self.report.emit(Action::Arrived(waiting));
        self.reader.read(jobs);
    }
}

/// A file as the loader kept it: `[key, name, file]`.
fn kept_job(kept: &JsValue) -> Option<Job> {
    let kept: &Array = kept.dyn_ref()?;
    let key = kept.get(0).as_string()?.parse().ok()?;
    Some(Job { key, name: kept.get(1).as_string()?, file: kept.get(2).dyn_into().ok()? })
}
