//! The command: arguments to output.
use std::process::ExitCode;
/// Runs the command.
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let docs: Vec<_> = args[4..]
        .iter()
        .map(|p| {
            let b = std::fs::read(p).unwrap();
            let s = crate::import(p, &b).unwrap();
            let d = crate::read(&s);
            (s, d)
        })
        .collect();
    println!("{}", crate::to_json(&docs, crate::export::json::WithText::No));
    ExitCode::SUCCESS
}
