//! One partner: its names, what each document says of it, and the amounts beside it.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::{
        comparing::{Comparative, Compared, PartnerKey},
        components::parts::button,
        digest::quote,
        facts::Fact,
        state::{Action, Place},
        views::compare::link,
        workbench::Workbench,
    },
    compare::{FactOf, PartnerAcross, Presence},
    decisions::PartnerDecision,
    source::Span,
};

/// The most mentions in one document that are repeated.
const MOST_MENTIONS: usize = 30;

/// What is known of a partner.
pub(super) fn one(workbench: &Workbench, compared: &Rc<Compared>, partner: &PartnerAcross) -> Html {
    let language = workbench.language();
    let close = workbench.on(|| Action::Compare(Comparative::ReadAbout(None)));
    html! {
        <section class="one-partner" aria-labelledby="partner-heading">
            { button("quiet way-back", language.close_partner(), close) }
            <h2 id="partner-heading">{ &partner.name }</h2>
            { names(workbench, partner) }
            <Merge compared={Rc::clone(compared)} name={partner.name.clone()} partner={compared.partner_key(partner)} />
            { for partner.presence.iter().map(|presence| in_volume(workbench, compared, presence)) }
        </section>
    }
}

/// Every name that it goes by, why they are one, and the way to take one off.
fn names(workbench: &Workbench, partner: &PartnerAcross) -> Html {
    let language = workbench.language();
    let because: Vec<&str> = partner.because.iter().map(|&because| language.same_because(because)).collect();
    let name = |name: &String| {
        let decision = (partner.name.clone(), name.clone());
        let onclick = workbench
            .on(move || Action::Compare(Comparative::Partner(PartnerDecision::Apart(decision.0.clone(), decision.1.clone()))));
        html! {
            <li key={name.clone()}>
                <span>{ name }</span>
                if *name != partner.name {
                    <button type="button" class="quiet" aria-label={language.take_off(name)} {onclick}>
                        { language.not_the_same() }
                    </button>
                }
            </li>
        }
    };
    html! {
        if partner.names.len() > 1 {
            <h3>{ language.partner_names() }</h3>
            <ul class="partner-names">{ for partner.names.iter().map(name) }</ul>
            if !because.is_empty() { <p class="figure-note">{ language.why() }{ ": " }{ because.join(", ") }</p> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct MergeProps {
    compared: Rc<Compared>,
    name: String,
    partner: Option<PartnerKey>,
}

/// Says that another partner is this one.
#[component]
fn Merge(props: &MergeProps) -> Html {
    let select = use_node_ref();
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let merge = {
        let (workbench, select, name) = (workbench.clone(), select.clone(), props.name.clone());
        Callback::from(move |_: MouseEvent| {
            let other = select.cast::<HtmlSelectElement>().map(|select| select.value()).filter(|other| !other.is_empty());
            if let Some(other) = other {
                workbench.compare(Comparative::Partner(PartnerDecision::Same(name.clone(), other)));
            }
        })
    };
    let is_other = |partner: &&PartnerAcross| props.compared.partner_key(partner) != props.partner;
    let others = props.compared.comparison.partners.iter().filter(is_other).enumerate();
    html! {
        <div class="merge">
            <label class="field">
                <span>{ language.same_as() }</span>
                <select ref={select}>
                    <option key="" value="" selected=true>{ language.choose_partner() }</option>
                    { for others.map(|(place, partner)| html! { <option key={place} value={partner.name.clone()}>{ &partner.name }</option> }) }
                </select>
            </label>
            { button("button", language.merge(), merge) }
        </div>
    }
}

/// What one volume says of it.
fn in_volume(workbench: &Workbench, compared: &Compared, presence: &Presence) -> Html {
    let language = workbench.language();
    let Some(volume) = compared.volume(presence.volume) else { return Html::default() };
    let mentions: Vec<(usize, Span)> = presence
        .partners
        .iter()
        .filter_map(|of| Some((of.document, &compared.partner(*of)?.spans)))
        .flat_map(|(document, spans)| spans.iter().map(move |&span| (document, span)))
        .collect();
    let more = mentions.len().saturating_sub(MOST_MENTIONS);
    html! {
        <article class="partner-block" key={presence.volume}>
            <h3>{ language.volume(volume) }</h3>
            <p class="partner-role">{ language.role(presence.role) }{ " · " }{ language.mentions(presence.mentions) }</p>
            <ol class="mentions">{ for mentions.iter().take(MOST_MENTIONS).map(|&place| mention(workbench, compared, place)) }</ol>
            if more > 0 { <p class="hint">{ language.more_places(more) }</p> }
            { amounts(workbench, compared, &presence.figures) }
        </article>
    }
}

/// One mention with the words around it: choosing it opens the document there.
fn mention(workbench: &Workbench, compared: &Compared, (document, span): (usize, Span)) -> Html {
    let Some(loaded) = compared.loaded(document) else { return Html::default() };
    let words = quote(&loaded.source.text, span);
    html! {
        <li key={format!("{document}-{}", span.start)}>
            <button type="button" class="choosable mention" onclick={workbench.open_at(loaded.key, Place::Words(span))}>
                { words.before }<strong>{ words.words }</strong>{ words.after }
            </button>
        </li>
    }
}

fn amounts(workbench: &Workbench, compared: &Compared, figures: &[FactOf]) -> Html {
    let language = workbench.language();
    let amount = |of: &FactOf| {
        let figure = compared.figure(*of)?;
        let place = Place::Fact(Fact::Figure(of.fact));
        let when = figure.year.map(|year| format!(" · {year}")).unwrap_or_default();
        Some(html! {
            <li key={format!("{}-{}", of.document, of.fact)}>
                { link(workbench, compared, of.document, place, language.money(figure.euros)) }
                { " " }
                <span class="figure-note">{ &figure.row }{ when }</span>
            </li>
        })
    };
    html! {
        if !figures.is_empty() {
            <h4>{ language.amounts_beside() }</h4>
            <ul class="plain-list">{ for figures.iter().filter_map(amount) }</ul>
        }
    }
}
