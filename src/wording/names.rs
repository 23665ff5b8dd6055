//! What the things in a document are called.

use super::Language;
use crate::document::{Kind, Mark, MoneyKind, Permanence, Phase, Role, Severity, Topic};

impl Language {
    /// What a document is.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Budget => self.choose("Begroting", "Budget"),
            Kind::AnnualAccounts => self.choose("Jaarrekening", "Annual accounts"),
            Kind::FrameworkMemorandum => self.choose("Kadernota", "Framework memorandum"),
            Kind::InterimReport => self.choose("Bestuursrapportage", "Interim report"),
            Kind::CoalitionAgreement => self.choose("Coalitieakkoord", "Coalition agreement"),
            Kind::Other => self.choose("Geen gemeentelijk document", "No municipal document"),
        }
    }

    /// What a partner is to the municipality.
    pub fn role(self, role: Role) -> &'static str {
        match role {
            Role::Affiliated => self.choose("Verbonden partij", "Affiliated party"),
            Role::Mentioned => self.choose("Samenwerkingspartner", "Working partner"),
        }
    }

    /// Which kind of money it is.
    pub fn money_kind(self, kind: MoneyKind) -> &'static str {
        match kind {
            MoneyKind::Expenditure => self.choose("Lasten", "Expenditure"),
            MoneyKind::Income => self.choose("Baten", "Income"),
            MoneyKind::Balance => self.choose("Saldo", "Balance"),
            MoneyKind::Reserve => self.choose("Reserve", "Reserve"),
            MoneyKind::Indicator => self.choose("Bedrag per eenheid", "Amount per unit"),
            MoneyKind::Other => self.choose("Bedrag", "Amount"),
        }
    }

    /// The phase of the budget cycle.
    pub fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::OriginalBudget => self.choose("Begroting, zoals eerst vastgesteld", "Budget as first set"),
            Phase::AmendedBudget => self.choose("Begroting na wijziging", "Budget as amended"),
            Phase::Budget => self.choose("Begroting", "Budget"),
            Phase::Estimate => self.choose("Raming", "Estimate"),
            Phase::Actual => self.choose("Rekening", "Actual"),
            Phase::Difference => self.choose("Verschil", "Difference"),
        }
    }

    /// A mark beside an amount.
    pub fn mark(self, mark: Mark) -> &'static str {
        match mark {
            Mark::Favourable => self.choose("voordelig (V)", "favourable (V)"),
            Mark::Unfavourable => self.choose("nadelig (N)", "unfavourable (N)"),
        }
    }

    /// Whether money comes back every year.
    pub fn permanence(self, permanence: Permanence) -> &'static str {
        match permanence {
            Permanence::Structural => self.choose("structureel: elk jaar", "structural: every year"),
            Permanence::Incidental => self.choose("incidenteel: eenmalig", "incidental: once"),
        }
    }

    /// How much a problem matters.
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Note => self.choose("Goed om te weten", "Good to know"),
            Severity::Warning => self.choose("Let op", "Take care"),
        }
    }

    /// What a table is called that has no caption.
    pub fn topic(self, topic: Topic) -> &'static str {
        match topic {
            Topic::Cost => self.choose("Wat het kost", "What it costs"),
            Topic::TaskFields => self.choose("Taakvelden", "Task fields"),
            Topic::Reserves => self.choose("Reserves", "Reserves"),
            Topic::Provisions => self.choose("Voorzieningen", "Provisions"),
            Topic::Investments => self.choose("Investeringen", "Investments"),
            Topic::Risks => self.choose("Risico’s", "Risks"),
            Topic::Taxes => self.choose("Belastingen en woonlasten", "Taxes and what a household pays"),
            Topic::Ratios => self.choose("Kengetallen", "Ratios"),
            Topic::Indicators => self.choose("Indicatoren", "Indicators"),
            Topic::Partners => self.choose("Verbonden partijen", "Affiliated parties"),
            Topic::Subsidies => self.choose("Subsidies", "Subsidies"),
            Topic::BalanceSheet => self.choose("Balans", "Balance sheet"),
            Topic::Other => self.choose("Tabel zonder opschrift", "Table without a caption"),
        }
    }
}
