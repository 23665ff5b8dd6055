//! The programmes as a tree: parts, goals, and the measures for each goal.

use yew::prelude::*;

use crate::app::{
    components::{
        choosable::choosable,
        parts::{hidden_heading, item, nothing},
    },
    describe::{goal_name, numbered, programme_name},
    facts::Fact,
    state::Loaded,
    workbench::Workbench,
};

/// The programme tree.
pub fn programmes_view(workbench: &Workbench, loaded: &Loaded) -> Html {
    let document = &loaded.document;
    let language = workbench.language();
    let is_empty =
        document.programmes.is_empty() && document.parts.is_empty() && document.goals.is_empty() && document.measures.is_empty();
    if is_empty {
        return nothing(language.no_programmes());
    }
    let tree = Tree { loaded, chosen: workbench.chosen_fact(), workbench };
    html! {
        <>
            { hidden_heading(language.programmes()) }
            { for (0..document.programmes.len()).map(|index| tree.programme(index)) }
            { tree.parts(None) }
            { tree.outside() }
        </>
    }
}

struct Tree<'a> {
    loaded: &'a Loaded,
    chosen: Option<Fact>,
    workbench: &'a Workbench,
}

impl Tree<'_> {
    fn programme(&self, index: usize) -> Html {
        let programme = &self.loaded.document.programmes[index];
        html! {
            <section class="programme-block" key={index}>
                <h3>{ choosable(self.loaded, Fact::Programme(index), self.chosen, html! { programme_name(programme) }) }</h3>
                { self.parts(Some(index)) }
                { self.plans(index) }
            </section>
        }
    }

    /// The goals and measures of a programme, which fold away.
    fn plans(&self, programme: usize) -> Html {
        let document = &self.loaded.document;
        let goals = document.goals.iter().filter(|goal| goal.programme == Some(programme)).count();
        let measures = document.measures.iter().filter(|measure| measure.programme == Some(programme)).count();
        html! {
            if goals + measures > 0 {
                <details class="plans" open=true>
                    <summary>{ self.workbench.language().goals_and_measures(goals, measures) }</summary>
                    { self.goals(Some(programme)) }
                    { self.measures(Some(programme), None) }
                </details>
            }
        }
    }

    /// What stands under no programme.
    fn outside(&self) -> Html {
        let goals = self.goals(None);
        let measures = self.measures(None, None);
        html! { <section class="programme-block outside">{ goals }{ measures }</section> }
    }

    fn parts(&self, programme: Option<usize>) -> Html {
        let document = &self.loaded.document;
        let parts = programme.map_or(&document.parts, |index| &document.programmes[index].parts);
        let part = |(index, part): (usize, &crate::document::Part)| {
            let name = numbered(part.number.as_deref(), &part.name);
            item(self.loaded, Fact::Part(programme, index), self.chosen, index, name)
        };
        html! {
            if !parts.is_empty() {
                <h4>{ self.workbench.language().parts() }</h4>
                <ul class="chips">{ for parts.iter().enumerate().map(part) }</ul>
            }
        }
    }

    fn goals(&self, programme: Option<usize>) -> Html {
        let goals = self.loaded.document.goals.iter().enumerate().filter(|(_, goal)| goal.programme == programme);
        let drawn: Vec<Html> = goals.map(|(index, _)| self.goal(index)).collect();
        let language = self.workbench.language();
        html! {
            if !drawn.is_empty() {
                <h4>{ if programme.is_some() { language.goals() } else { language.other_goals() } }</h4>
                { for drawn }
            }
        }
    }

    fn goal(&self, index: usize) -> Html {
        let goal = &self.loaded.document.goals[index];
        let text = goal.title.as_ref().map(|_| goal.text.as_str()).filter(|text| !text.is_empty());
        html! {
            <div class="goal-block" key={index}>
                <p class="goal-title">{ choosable(self.loaded, Fact::Goal(index), self.chosen, html! { goal_name(goal) }) }</p>
                { for text.into_iter().flat_map(str::lines).map(|line| html! { <p class="goal-text">{ line }</p> }) }
                { self.measures(goal.programme, Some(index)) }
            </div>
        }
    }

    fn measures(&self, programme: Option<usize>, goal: Option<usize>) -> Html {
        let measures = self.loaded.document.measures.iter().enumerate();
        let under = measures.filter(|(_, measure)| measure.goal == goal && (goal.is_some() || measure.programme == programme));
        let items: Vec<Html> = under
            .map(|(index, measure)| item(self.loaded, Fact::Measure(index), self.chosen, index, measure.text.clone()))
            .collect();
        let language = self.workbench.language();
        html! {
            if !items.is_empty() {
                <p class="measures-head">{ if goal.is_some() { language.measures() } else { language.other_measures() } }</p>
                <ul class="measures">{ for items }</ul>
            }
        }
    }
}
