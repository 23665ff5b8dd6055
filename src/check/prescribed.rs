//! What a budget and its accounts must hold, as far as the checks look for it.

use serde::{Deserialize, Serialize};

/// Something that the rules prescribe for every budget and its accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Prescribed {
    /// Wat willen we bereiken, wat hebben we bereikt (BBV art. 8, 25): of a programme.
    Goals,
    /// Wat gaan we daarvoor doen, wat hebben we gedaan (BBV art. 8, 25): of a programme.
    Measures,
    /// Wat mag het kosten, wat heeft het gekost (BBV art. 8, 25): of a programme.
    Cost,
    /// Lokale heffingen (BBV art. 10).
    LocalCharges,
    /// Weerstandsvermogen en risicobeheersing (BBV art. 11).
    Resilience,
    /// Onderhoud kapitaalgoederen (BBV art. 12).
    CapitalGoods,
    /// Financiering (BBV art. 13).
    Financing,
    /// Bedrijfsvoering (BBV art. 14).
    Operations,
    /// Verbonden partijen (BBV art. 15).
    AffiliatedParties,
    /// Grondbeleid (BBV art. 16).
    LandPolicy,
}

impl Prescribed {
    /// The three W questions, in their order.
    pub const QUESTIONS: [Self; 3] = [Self::Goals, Self::Measures, Self::Cost];
    /// The seven sections, in the order of BBV art. 9.
    pub const SECTIONS: [Self; 7] = [
        Self::LocalCharges,
        Self::Resilience,
        Self::CapitalGoods,
        Self::Financing,
        Self::Operations,
        Self::AffiliatedParties,
        Self::LandPolicy,
    ];

    /// The stable name in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Measures => "measures",
            Self::Cost => "cost",
            Self::LocalCharges => "local-charges",
            Self::Resilience => "resilience",
            Self::CapitalGoods => "capital-goods",
            Self::Financing => "financing",
            Self::Operations => "operations",
            Self::AffiliatedParties => "affiliated-parties",
            Self::LandPolicy => "land-policy",
        }
    }
}
