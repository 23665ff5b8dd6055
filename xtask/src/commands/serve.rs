//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, ExitCode},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

use super::refuse_what_is_left;
use crate::{
    needs::{FOR_A_BUILD, FOR_A_RELEASE, make_sure_of},
    project::Project,
    step::announce,
};

const FIRST_PORT: u16 = 8080;
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Serves until it is stopped.
pub(crate) fn run(project: &Project, mut arguments: Arguments) -> Result<ExitCode> {
    let release = arguments.contains("--release");
    let port = arguments.opt_value_from_str("--port")?;
    refuse_what_is_left(arguments)?;
    let port = match port {
        Some(port) => port,
        None => free_port(FIRST_PORT).context("No port is free on 127.0.0.1; name one with --port.")?,
    };
    make_sure_of(project, if release { FOR_A_RELEASE } else { FOR_A_BUILD })?;
    announce("Building the page (2 minutes the first time, seconds after that; Ctrl-C stops it)");
    let trunk = trunk_serve(project, port, release).spawn().context("Trunk did not start.")?;
    let trunk = stop_with_this_process(trunk)?;
    wait_until_it_answers(&trunk, port)?;
    println!("http://127.0.0.1:{port}/");
    wait_until_it_ends(&trunk)
}

fn trunk_serve(project: &Project, port: u16, release: bool) -> Command {
    let mut command = project.command_line(
        "trunk serve --offline --skip-version-check --no-autoreload --no-error-reporting --no-spa \
         --address 127.0.0.1 --disable-address-lookup=true \
         --watch src --watch static --watch index.html --watch Cargo.toml",
    );
    // A folder for each port, so that two of these do not replace each other's files.
    let folder = format!("target/serve/{port}");
    command.args(["--port", &port.to_string(), "--dist", &folder]).args(release.then_some("--release"));
    command
}

fn free_port(first: u16) -> Option<u16> {
    (first..=u16::MAX).find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}

type Shared = Arc<Mutex<Child>>;

/// Lets Trunk end where this process is asked to end, so that no server stays behind.
fn stop_with_this_process(trunk: Child) -> Result<Shared> {
    let trunk = Arc::new(Mutex::new(trunk));
    let to_stop = Arc::clone(&trunk);
    ctrlc::set_handler(move || {
        // Where it cannot be ended it has ended already.
        let _ = lock(&to_stop).kill();
    })?;
    Ok(trunk)
}

fn wait_until_it_answers(trunk: &Shared, port: u16) -> Result<()> {
    while !answers(port) {
        if let Some(status) = lock(trunk).try_wait()? {
            bail!("Trunk ended with {status} before it served the page; its lines above say why.");
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    Ok(())
}

fn wait_until_it_ends(trunk: &Shared) -> Result<ExitCode> {
    loop {
        if lock(trunk).try_wait()?.is_some() {
            return Ok(ExitCode::SUCCESS);
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}

fn lock(trunk: &Shared) -> MutexGuard<'_, Child> {
    trunk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the page is there; while Trunk still builds it is not.
fn answers(port: u16) -> bool {
    ask_for_the_page(port).is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

fn ask_for_the_page(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(stream, "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it is bound").port();
        assert_ne!(free_port(port), Some(port));
    }
}
