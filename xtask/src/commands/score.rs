//! `cargo xtask score`: how much of the corpus beside the project the reader reads right.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use pico_args::Arguments;

use super::refuse_what_is_left;
use crate::{project::Project, step::Step};

const CORPUS: &str = "../shared/corpus";
const READ: &str = "target/release/begrotingskijker read --format json";

/// Scores one set of the corpus, or says that there is none.
pub(crate) fn run(project: &Project, mut arguments: Arguments) -> Result<ExitCode> {
    let set: String = arguments.opt_value_from_str("--set")?.unwrap_or_else(|| "seeds".to_owned());
    refuse_what_is_left(arguments)?;
    ensure!(["seeds", "dev"].contains(&set.as_str()), "There is no set `{set}`: the sets are seeds and dev.");
    let folder = format!("{CORPUS}/{set}");
    if !project.path(&folder).is_dir() {
        println!("Skipped: there is no corpus at {folder}.");
        return Ok(ExitCode::SUCCESS);
    }
    build_the_command(project)?;
    let mut command = project.command("python3");
    command.args([&format!("{CORPUS}/score.py"), &folder, "--command", READ]);
    let step = Step { title: "Scoring the reader (seconds)", advice: "It needs Python 3; its lines above say more." };
    step.run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}

fn build_the_command(project: &Project) -> Result<()> {
    let step = Step {
        title: "Building the command for release (1 minute the first time)",
        advice: "The compiler's lines above say why.",
    };
    step.run(&mut project.command_line("cargo build --release --bin begrotingskijker"))
}
