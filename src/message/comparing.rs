//! What the page and the comparing worker say to each other.
//!
//! The worker gets the very messages that the reading worker wrote, each under the number that the document has on the page,
//! and keeps what they say ([`Desk`]). Then it gets questions. Its module is another one than the page's, so that the page
//! carries no comparing and no drawing for those who look at one document.

use serde::{Deserialize, Serialize};

use super::{OtherVersion, written};
use crate::{
    chart::{Chart, Picture},
    compare::{Comparison, Pair},
    decisions::Decisions,
};

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// What documents say beside each other.
    Compare {
        /// Their numbers on the page. The answer counts in this list.
        documents: Vec<u32>,
        /// What people decided.
        decisions: Decisions,
    },
    /// Two volumes of the last comparison beside each other, by the numbers of their first documents.
    Pair(u32, u32),
    /// Pictures of a chart, one for each of these widths.
    Draw(Chart, Vec<u32>),
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Question::Compare`].
    Comparison(Box<Comparison>),
    /// To [`Question::Pair`]; none where there are no such two volumes.
    Pair(Option<Box<Pair>>),
    /// To [`Question::Draw`].
    Pictures(Vec<Picture>),
}

/// Writes a question.
pub fn question(question: &Question) -> Vec<u8> {
    written(question)
}

/// Understands an answer.
///
/// # Errors
/// [`OtherVersion`] where the worker is of another version than the page, or was asked about what it does not have.
pub fn understand_answer(message: &[u8]) -> Result<Answer, OtherVersion> {
    postcard::from_bytes(message).map_err(|_| OtherVersion)
}

#[cfg(feature = "chart")]
pub use desk::Desk;

#[cfg(feature = "chart")]
mod desk {
    use std::collections::BTreeMap;

    use super::{Answer, Question, written};
    use crate::{
        chart::picture,
        compare::{Volume, compare, pair, volumes},
        decisions::Decisions,
        document::Document,
        message::{OtherVersion, Reading, understand},
        source::Source,
    };

    /// The worker's side: the documents that it has, and the last comparison that it was asked for.
    #[derive(Debug, Default)]
    pub struct Desk {
        documents: BTreeMap<u32, (Source, Document)>,
        asked: Vec<u32>,
        decisions: Decisions,
    }

    impl Desk {
        /// Takes a message of the reading worker under a number.
        ///
        /// # Errors
        /// [`OtherVersion`] where the message is of another version, or holds no document.
        pub fn take(&mut self, number: u32, message: &[u8]) -> Result<(), OtherVersion> {
            let Reading::Read(read) = understand(message)? else { return Err(OtherVersion) };
            let (source, document, _) = *read;
            self.documents.insert(number, (source, document));
            Ok(())
        }

        /// Forgets a document.
        pub fn forget(&mut self, number: u32) {
            self.documents.remove(&number);
        }

        /// Answers a question; the answer to one that is not understood is empty.
        pub fn answer(&mut self, question: &[u8]) -> Vec<u8> {
            let answer = postcard::from_bytes(question).ok().and_then(|question| self.reply(question));
            answer.map_or(Vec::new(), |answer| written(&answer))
        }

        fn reply(&mut self, question: Question) -> Option<Answer> {
            match question {
                Question::Compare { documents, decisions } => {
                    (self.asked, self.decisions) = (documents, decisions);
                    self.with_asked(|documents, decisions| Answer::Comparison(Box::new(compare(documents, decisions))))
                }
                Question::Pair(one, other) => self.with_asked(|documents, decisions| {
                    let volumes = volumes(documents, decisions);
                    let number = |volume: &Volume| self.asked.get(*volume.documents.first()?).copied();
                    let place = |wanted: u32| volumes.iter().position(|volume| number(volume) == Some(wanted));
                    let both = place(one).zip(place(other));
                    Answer::Pair(both.and_then(|both| pair(documents, &volumes, both, decisions)).map(Box::new))
                }),
                Question::Draw(chart, widths) => {
                    Some(Answer::Pictures(widths.into_iter().map(|width| picture(&chart, width)).collect()))
                }
            }
        }

        /// Calls with the documents that were asked for, their amounts in the units that people chose; none where one of
        /// them is not here.
        fn with_asked(&self, call: impl FnOnce(&[(&Source, &Document)], &Decisions) -> Answer) -> Option<Answer> {
            let found: Vec<&(Source, Document)> =
                self.asked.iter().map(|number| self.documents.get(number)).collect::<Option<_>>()?;
            let chosen: Vec<Option<Document>> =
                found.iter().map(|(source, document)| self.in_chosen_units(source, document)).collect();
            let documents: Vec<(&Source, &Document)> = found
                .iter()
                .zip(&chosen)
                .map(|((source, document), chosen)| (source, chosen.as_ref().unwrap_or(document)))
                .collect();
            Some(call(&documents, &self.decisions))
        }

        fn in_chosen_units(&self, source: &Source, document: &Document) -> Option<Document> {
            let text = &source.origin.text_sha256;
            self.decisions.units.iter().any(|unit| unit.text == *text).then(|| {
                let mut document = document.clone();
                self.decisions.choose_units(text, &mut document);
                document
            })
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::{
            chart::{Bar, Chart, Group},
            message::{
                comparing::{question, understand_answer},
                reply,
            },
        };

        const TEXTS: [(&str, &str); 2] = [
            ("begroting.txt", "Begroting 2024 gemeente Voorbeeldstad\n\nProgramma Zorg\n\nLasten € 12\n"),
            ("rekening.txt", "Jaarstukken 2024 gemeente Voorbeeldstad\n\nProgramma Zorg\n\nLasten € 13\n"),
        ];

        fn desk() -> Desk {
            let mut desk = Desk::default();
            for (number, (name, text)) in (7..).zip(TEXTS) {
                let message = reply(name, text.as_bytes()).expect("plain text");
                assert_eq!(desk.take(number, &message), Ok(()));
            }
            desk
        }

        fn ask(desk: &mut Desk, asked: &Question) -> Result<Answer, OtherVersion> {
            understand_answer(&desk.answer(&question(asked)))
        }

        #[test]
        fn documents_are_compared_in_the_order_in_which_they_are_asked_for() {
            let compare = Question::Compare { documents: vec![8, 7], decisions: Decisions::default() };
            let Ok(Answer::Comparison(comparison)) = ask(&mut desk(), &compare) else { panic!("a comparison") };
            let kinds: Vec<_> = comparison.volumes.iter().map(|volume| volume.kind).collect();
            assert_eq!(kinds, [Some(crate::document::Kind::AnnualAccounts), Some(crate::document::Kind::Budget)]);
        }

        #[test]
        fn a_pair_is_of_the_last_comparison() {
            let mut desk = desk();
            ask(&mut desk, &Question::Compare { documents: vec![7, 8], decisions: Decisions::default() }).expect("an answer");
            let Ok(Answer::Pair(Some(pair))) = ask(&mut desk, &Question::Pair(8, 7)) else { panic!("a pair") };
            assert_eq!((pair.left, pair.right), (0, 1));
            assert_eq!(ask(&mut desk, &Question::Pair(7, 9)), Ok(Answer::Pair(None)));
        }

        #[test]
        fn a_pair_is_named_by_its_documents_whatever_their_order() {
            let mut desk = desk();
            ask(&mut desk, &Question::Compare { documents: vec![8, 7], decisions: Decisions::default() }).expect("an answer");
            let Ok(Answer::Pair(Some(pair))) = ask(&mut desk, &Question::Pair(7, 8)) else { panic!("a pair") };
            assert_eq!((pair.left, pair.right), (1, 0), "the budget before its accounts");
        }

        #[test]
        fn a_chart_is_drawn_at_every_width() {
            let bar = Bar { euros: 12.into(), label: "€ 12".to_owned() };
            let chart = Chart { groups: vec![Group { name: "Zorg".to_owned(), bars: vec![Some(bar)] }], ..Chart::default() };
            let Ok(Answer::Pictures(pictures)) = ask(&mut desk(), &Question::Draw(chart, vec![340, 720])) else { panic!("two") };
            assert_eq!(pictures.iter().map(|picture| picture.width).collect::<Vec<_>>(), [340, 720]);
        }

        #[test]
        fn what_is_not_here_is_not_compared() {
            let mut desk = desk();
            desk.forget(8);
            let compare = Question::Compare { documents: vec![7, 8], decisions: Decisions::default() };
            assert_eq!(ask(&mut desk, &compare), Err(OtherVersion));
            assert_eq!(desk.answer(b"moon"), Vec::<u8>::new());
            assert_eq!(desk.take(9, &[]), Err(OtherVersion));
        }
    }
}
