//! Files and folders out of a drop or an `<input>`.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DataTransferItem, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use crate::import::is_beside_the_point;

/// Something that was dropped.
enum Dropped {
    File(File),
    Entry(FileSystemEntry),
}

/// Every file in a drop, those in folders too.
///
/// What was dropped can be asked for only while the event lasts: it is all taken before the first wait.
pub fn dropped_files(transfer: &DataTransfer) -> impl Future<Output = Vec<File>> + use<> {
    let items = transfer.items();
    let dropped: Vec<Dropped> = (0..items.length()).filter_map(|index| items.get(index)).filter_map(|item| take(&item)).collect();
    async {
        let mut files = Vec::new();
        for one in dropped {
            match one {
                Dropped::File(file) => files.push(file),
                Dropped::Entry(entry) => files.extend(files_under(entry).await),
            }
        }
        files
    }
}

/// The files of a list, without those that stand beside the texts in a folder.
pub fn listed_files(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).filter(|file| !is_beside_the_point(&path_of(file))).collect()
}

fn take(item: &DataTransferItem) -> Option<Dropped> {
    if item.kind() != "file" {
        return None;
    }
    match item.webkit_get_as_entry() {
        Ok(Some(entry)) => Some(Dropped::Entry(entry)),
        _ => item.get_as_file().ok().flatten().map(Dropped::File),
    }
}

/// Walks folders without recursion, so that no depth of folders is too deep.
async fn files_under(entry: FileSystemEntry) -> Vec<File> {
    let mut files = Vec::new();
    let mut ahead = vec![entry];
    while let Some(entry) = ahead.pop() {
        if entry.is_directory() {
            ahead.extend(entries_in(entry.unchecked_ref()).await.into_iter().rev());
        } else if !is_beside_the_point(&entry.full_path()) {
            files.extend(file_of(entry.unchecked_ref()).await);
        }
    }
    files
}

/// All entries of a folder: a reader gives them in portions, and an empty one at the end.
async fn entries_in(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let portion = promise(|resolve, reject| {
            let asked = reader.read_entries_with_callback_and_callback(resolve, reject);
            asked.unwrap_or_else(|error| drop(reject.call1(&JsValue::NULL, &error)));
        });
        let portion: Array = JsFuture::from(portion).await.map(JsCast::unchecked_into).unwrap_or_default();
        if portion.length() == 0 {
            return entries;
        }
        entries.extend(portion.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = promise(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject));
    JsFuture::from(file).await.ok().map(JsCast::unchecked_into)
}

fn promise(mut ask: impl FnMut(&js_sys::Function, &js_sys::Function)) -> Promise {
    Promise::new(&mut |resolve, reject| ask(&resolve, &reject))
}

/// The path of a file in the folder that was chosen; its name where it was chosen by itself.
fn path_of(file: &File) -> String {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}
