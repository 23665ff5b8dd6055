//! How many tests passed and failed, read from the closing lines of the test runners.

use std::{fmt, ops::AddAssign};

/// Tests that passed and failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Counts {
    /// What counts for a step that could not be run.
    pub(crate) const ONE_FAILURE: Self = Self { passed: 0, failed: 1 };

    /// The counts that one line of a test runner tells, nothing for any other line.
    ///
    /// Understands `test result: ok. 3 passed; 0 failed; …` of Rust's runner and of wasm-bindgen's, and the lines
    /// `ℹ pass 3`, `ℹ fail 0` and `ℹ cancelled 0` of Node's.
    pub(crate) fn from_line(line: &str) -> Self {
        match line.trim().strip_prefix("test result: ") {
            Some(result) => Self { passed: before(result, " passed"), failed: before(result, " failed") },
            None => line.strip_prefix("ℹ ").map(Self::from_node).unwrap_or_default(),
        }
    }

    fn from_node(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let (name, number) = (words.next(), words.next().and_then(|number| number.parse().ok()).unwrap_or_default());
        match name {
            Some("pass") => Self { passed: number, failed: 0 },
            Some("fail" | "cancelled") => Self { passed: 0, failed: number },
            _ => Self::default(),
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands before a word.
fn before(text: &str, word: &str) -> u32 {
    let number = text.split(word).next().and_then(|start| start.rsplit(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: u32, failed: u32) {
        assert_eq!(Counts::from_line(line), Counts { passed, failed }, "{line}");
    }

    #[test]
    fn rust_and_wasm_bindgen() {
        check("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s", 12, 0);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 3, 2);
        check("    test result: ok. 7 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.39s", 7, 0);
    }

    #[test]
    fn node() {
        check("ℹ pass 21", 21, 0);
        check("ℹ fail 2", 0, 2);
        check("ℹ cancelled 1", 0, 1);
        check("ℹ tests 23", 0, 0);
        check("ℹ duration_ms 1234.5", 0, 0);
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["", "ℹ", "ℹ pass many", "test reads_a_table ... ok", "test result: ", "running 3 tests"] {
            check(line, 0, 0);
        }
    }

    #[test]
    fn the_closing_line() {
        let mut sum = Counts { passed: 3, failed: 0 };
        sum += Counts::ONE_FAILURE;
        assert_eq!(sum.to_string(), "3 passed, 1 failed");
    }
}
