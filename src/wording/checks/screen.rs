//! The words of the screen that shows what the checks say.

use super::words;

words! {
    checks: "Controle", "Checks";
}
