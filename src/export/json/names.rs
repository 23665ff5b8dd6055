//! The words of the export for the values of the domain.

use crate::document::{
    Kind, Mark, MoneyKind, Outcome, Permanence, Phase, Role, Severity, Signs, Status, TermSign, Topic, ValueRole,
};

/// A closed set of values, each with its word in the export.
pub(super) trait Named: Copy + PartialEq + 'static {
    /// Every value and its word.
    const NAMES: &'static [(Self, &'static str)];

    /// The word for this value.
    fn word(self) -> String {
        let named = Self::NAMES.iter().find(|(value, _)| *value == self);
        named.map(|(_, word)| (*word).to_owned()).unwrap_or_default()
    }
}

macro_rules! names {
    ($($kind:ident { $($value:ident = $word:literal,)+ })+) => {$(
        impl Named for $kind {
            const NAMES: &'static [(Self, &'static str)] = &[$(($kind::$value, $word)),+];
        }
    )+};
}

names! {
    Kind {
        Budget = "budget",
        AnnualAccounts = "annual-accounts",
        FrameworkMemorandum = "framework-memorandum",
        InterimReport = "interim-report",
        CoalitionAgreement = "coalition-agreement",
        Other = "other",
    }
    MoneyKind {
        Expenditure = "expenditure",
        Income = "income",
        Balance = "balance",
        Reserve = "reserve",
        Indicator = "indicator",
        Other = "other",
    }
    Phase {
        OriginalBudget = "original-budget",
        AmendedBudget = "amended-budget",
        Budget = "budget",
        Estimate = "estimate",
        Actual = "actual",
        Difference = "difference",
    }
    Mark {
        Favourable = "V",
        Unfavourable = "N",
    }
    Permanence {
        Structural = "structural",
        Incidental = "incidental",
    }
    ValueRole {
        Baseline = "baseline",
        Target = "target",
        Actual = "actual",
        Norm = "norm",
        National = "national",
    }
    Status {
        Superseded = "superseded",
    }
    TermSign {
        Plus = "+",
        Minus = "-",
        Equals = "=",
    }
    Outcome {
        Holds = "holds",
        Rounding = "rounding",
        Differs = "differs",
    }
    Role {
        Affiliated = "affiliated",
        Mentioned = "mentioned",
    }
    Signs {
        IncomeNegative = "income-negative",
        ExpenditureNegative = "expenditure-negative",
        BothPositive = "both-positive",
        Marks = "marks",
    }
    Severity {
        Note = "note",
        Warning = "warning",
    }
    Topic {
        Cost = "cost",
        TaskFields = "task-fields",
        Reserves = "reserves",
        Provisions = "provisions",
        Investments = "investments",
        Risks = "risks",
        Taxes = "taxes",
        Ratios = "ratios",
        Indicators = "indicators",
        Partners = "partners",
        Subsidies = "subsidies",
        BalanceSheet = "balance-sheet",
        Other = "other",
    }
}
