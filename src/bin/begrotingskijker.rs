//! The command `begrotingskijker`.

fn main() -> std::process::ExitCode {
    begrotingskijker::command::main()
}
