//! Every doubt is one that the reader can have: each code with a text that raises it, and one that does not.

use begrotingskijker::{
    document::{Code, Problem},
    read,
    source::Source,
};

/// A text without any doubt about itself.
const SURE: &str = "Begroting 2024 gemeente Voorbeeldstad\n\nProgramma Wonen\n\nLasten € 12\n";

fn problems(bytes: &[u8]) -> Vec<Problem> {
    read(&Source::from_bytes("a.txt", bytes)).problems
}

/// A text that raises the doubt.
fn example(code: Code) -> Vec<u8> {
    let text = match code {
        Code::EncodingAssumed => return b"Begroting 2024 caf\xe9".to_vec(),
        Code::NotMunicipal => "Begroting 2024\n\nProvinciale Staten stellen dit vast.",
        Code::KindUnknown => "Wonen\n\nWij bouwen.",
        Code::KindInferred => "Wonen\n\nWat gaan we doen?\n\n- Bouwen.",
        Code::YearUnknown => "Begroting\n\nWij bouwen.",
        Code::YearInferred => "Begroting\n\nIn 2024 bouwen wij.",
        Code::MunicipalityUnknown => "Begroting 2024\n\nWij bouwen.",
        Code::MunicipalityInferred => "Begroting 2024\n\nZeist wil bouwen.",
        Code::MunicipalityAmbiguous => "Begroting 2024 gemeente Bergen\n\nWij bouwen.",
        Code::EmptyHeading => "Begroting 2024\n\nWat gaan we doen?\n\nWat mag het kosten?\n\nVeel.",
        Code::RepeatedBlock => "Saldo\n\n€ 5\n\nx € 1.000\n\nWonen\n\nSaldo\n\n€ 5\n\nx € 1.000\n",
        Code::UnitAssumed => "Begroting 2024\n\nPost 2024 2025\nWonen 1 2\n",
        Code::ColumnUnknown => "Begroting 2024\n\nPost 2024 2025 2026\nWonen 1 2\n",
        Code::IdentityBroken => {
            "Begroting 2024\n\nBedragen x € 1.000\nPost 2022 2023 2024\nBaten 120 130 140\nLasten 100 105 110\nSaldo 20 25 35\n"
        }
        Code::AmountUnreadable => "Begroting 2024\n\nDat kost € 12.34.567 per jaar.",
        Code::ShareOverHundred => "Saldo\n\n488,9%\n\n€ 5\n\nx € 1.000\n",
        Code::TextCutOff => "Begroting 2024\n\nWij bouwen huizen voor iedereen die er een zoekt en die",
    };
    text.as_bytes().to_vec()
}

#[test]
fn a_sure_text_leaves_no_doubt() {
    assert_eq!(problems(SURE.as_bytes()), []);
}

#[test]
fn every_code_is_raised_by_a_text() {
    for code in Code::ALL {
        let raised = problems(&example(code)).iter().any(|problem| problem.code == code);
        assert!(raised, "{} is raised by no text", code.name());
    }
}
