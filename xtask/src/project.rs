//! Where the project's things are, and child processes that find its tools.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// The project's folder.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The project that cargo runs this command in; the one that it was built from where cargo does not run it.
    pub(crate) fn here() -> Self {
        let told = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let manifest_folder = told.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        Self { root: manifest_folder.parent().map(Path::to_owned).unwrap_or(manifest_folder) }
    }

    /// A path inside the project.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A child process in the project's folder that finds the project's own tools first.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// A child process from words that are separated by spaces, for commands without variable parts.
    pub(crate) fn command_line(&self, words: &str) -> Command {
        let mut words = words.split_whitespace();
        let mut command = self.command(words.next().unwrap_or_default());
        command.args(words);
        command
    }

    /// The first file of one of these names on the search path.
    pub(crate) fn find_program(&self, names: &[&str]) -> Option<PathBuf> {
        let folders: Vec<PathBuf> = env::split_paths(&self.search_path()).collect();
        let candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        candidates.into_iter().find(|candidate| candidate.is_file())
    }

    fn search_path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let own = [self.path(".tools/bin"), self.path("node_modules/.bin")];
        // Joining fails only where a folder's name holds the separator; the inherited path then has to do.
        env::join_paths(own.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited)
    }
}
