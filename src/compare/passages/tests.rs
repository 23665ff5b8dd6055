use super::*;
use crate::read;

#[test]
fn a_promise_finds_what_is_said_of_it() {
    let budget = "Begroting 2024\n\nWat willen we bereiken?\n\n- Ieder dorp krijgt een speeltuin bij de school.\n";
    let accounts = "Jaarstukken 2024\n\nWat hebben we daarvoor gedaan?\n\n- In elk dorp is een speeltuin geopend.\n";
    let sources = [budget, accounts].map(|text| Source::from_bytes("a", text.as_bytes()));
    let read = [read(&sources[0]), read(&sources[1])];
    let documents = [(&sources[0], &read[0]), (&sources[1], &read[1])];
    let volume = |at| Volume { documents: vec![at], ..Volume::default() };
    let found = promises(&documents, &volume(0), &volume(1));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].shared, ["speeltuin", "dorp"]);
}
