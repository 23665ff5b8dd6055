//! The words of the export for the values of the domain.

use crate::{
    check::Operation,
    compare::{Direction, MatchReason, Relation, SameBecause, Unlike},
    decisions::Judgement,
    document::{Kind, Mark, MoneyKind, Outcome, Permanence, Phase, Role, Severity, Signs, Status, TermSign, Topic, ValueRole},
};

/// A closed set of values, each with its word in the export.
pub(in crate::export) trait Named: Copy {
    /// The word for this value.
    fn word(self) -> String;
}

/// The words for several values.
pub(super) fn words<T: Named>(values: &[T]) -> Vec<String> {
    values.iter().map(|value| value.word()).collect()
}

macro_rules! names {
    ($($kind:ident { $($value:ident = $word:literal,)+ })+) => {$(
        impl Named for $kind {
            fn word(self) -> String {
                match self { $(Self::$value => $word,)+ }.to_owned()
            }
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
    Operation {
        Plus = "plus",
        Minus = "minus",
        Times = "times",
        DividedBy = "divided-by",
        Equals = "equals",
        IsAbout = "is-about",
    }
    Judgement {
        Explained = "explained",
        ToMend = "to-mend",
    }
    Relation {
        BudgetAndAccounts = "budget-and-accounts",
        BudgetAndNext = "budget-and-next",
        AccountsAndNext = "accounts-and-next",
        OriginalAndAmended = "original-and-amended",
        AgreementAndBudget = "agreement-and-budget",
        YearsOfOne = "years-of-one",
        Municipalities = "municipalities",
        Chosen = "chosen",
    }
    Unlike {
        Kind = "kind",
        Year = "year",
        Phase = "phase",
        Municipality = "municipality",
        Unknown = "unknown",
        UnitInDoubt = "unit-in-doubt",
        OnlyAPart = "only-a-part",
    }
    MatchReason {
        Number = "number",
        Name = "name",
        AlikeName = "alike-name",
        Parts = "parts",
        Person = "person",
    }
    Direction {
        Favourable = "favourable",
        Unfavourable = "unfavourable",
        Neutral = "neutral",
    }
    SameBecause {
        Name = "name",
        Abbreviation = "abbreviation",
        Tied = "tied",
        AlikeName = "alike-name",
        Person = "person",
    }
}
