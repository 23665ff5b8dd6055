//! A web page as a tree, as browsers understand it, but without what no text needs.
//!
//! A page from outside may be hostile: tags by the million, nested without end. Elements that only dress words are left
//! out before the tree is built, what is nested too deep is not nested any further, and no walk calls itself.

use std::{
    borrow::Cow,
    cell::{Cell, Ref, RefCell},
};

use html5ever::{
    Attribute, LocalName, QualName, TokenizerResult,
    buffer_queue::BufferQueue,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    local_name, ns,
    tendril::StrTendril,
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use crate::import::Refusal;

/// Deeper than this nothing is nested; real pages stay far below.
const MOST_DEPTH: usize = 200;

/// More elements and texts than this are no page that people read.
const MOST_NODES: usize = 4_000_000;

/// A place in the tree.
pub(super) type Id = usize;

/// The root of every tree.
pub(super) const ROOT: Id = 0;

/// A page as a tree.
pub(super) struct Tree(Vec<Node>);

/// An element or a text, with its neighbours.
struct Node {
    name: QualName,
    attributes: Vec<(LocalName, StrTendril)>,
    /// The words of a text; none for an element.
    text: Option<StrTendril>,
    depth: usize,
    parent: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
}

/// A step of a walk through a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// An element begins, or a text stands here.
    Enter(Id),
    /// An element ends.
    Leave(Id),
}

impl Tree {
    /// The tree of a page.
    pub(super) fn of(html: &str) -> Result<Self, Refusal> {
        let sink = Sink { nodes: RefCell::new(vec![Node::root()]), depth: Cell::new(0) };
        let builder = TreeBuilder::new(sink, TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() });
        let tokenizer = Tokenizer::new(Filter { builder, left_out: Cell::new(0) }, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        tokenizer.end();
        let nodes = tokenizer.sink.builder.sink.nodes.into_inner();
        if nodes.len() >= MOST_NODES { Err(Refusal::TooLarge) } else { Ok(Self(nodes)) }
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The name of an element; empty for a text and for what is no HTML.
    pub(super) fn name(&self, id: Id) -> &str {
        let name = &self.0[id].name;
        if name.ns == ns!(html) { &name.local } else { "" }
    }

    /// Whether this is an element of a drawing or a formula.
    pub(super) fn is_foreign(&self, id: Id) -> bool {
        let name = &self.0[id].name;
        self.0[id].text.is_none() && name.ns != ns!(html) && name.ns != ns!()
    }

    /// The words of a text.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        self.0[id].text.as_deref()
    }

    /// An attribute of an element; empty where it has none of that name.
    pub(super) fn attribute(&self, id: Id, name: &str) -> &str {
        self.0[id].attributes.iter().find(|(own, _)| &**own == name).map_or("", |(_, value)| value)
    }

    /// The element around this one.
    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.0[id].parent
    }

    /// A walk through an element and all that is in it.
    pub(super) fn walk(&self, id: Id) -> Walk<'_> {
        Walk { tree: self, top: id, at: Some(Step::Enter(id)) }
    }
}

/// A walk in the order of the page. It needs no memory, however deep the tree is.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    top: Id,
    at: Option<Step>,
}

impl Walk<'_> {
    /// Passes over what is in the element that was entered last.
    pub(super) fn skip_content(&mut self, id: Id) {
        self.at = Some(Step::Leave(id));
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let step = self.at?;
        self.at = match step {
            Step::Enter(id) => Some(self.tree.0[id].first.map_or(Step::Leave(id), Step::Enter)),
            Step::Leave(id) if id == self.top => None,
            Step::Leave(id) => {
                let node = &self.tree.0[id];
                node.next.map(Step::Enter).or(node.parent.map(Step::Leave))
            }
        };
        Some(step)
    }
}

impl Node {
    fn root() -> Self {
        Self::element(QualName::new(None, ns!(), local_name!("")), Vec::new())
    }

    fn element(name: QualName, attributes: Vec<(LocalName, StrTendril)>) -> Self {
        let (parent, first, last, previous, next) = (None, None, None, None, None);
        Self { name, attributes, text: None, depth: 0, parent, first, last, previous, next }
    }

    fn words(words: StrTendril) -> Self {
        Self { text: Some(words), ..Self::root() }
    }
}

/// Takes what the parser understands into the tree.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// How deep the place is where the next element comes.
    depth: Cell<usize>,
}

impl Sink {
    fn add(&self, node: Node) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    fn is_full(&self) -> bool {
        self.nodes.borrow().len() >= MOST_NODES
    }

    /// Puts words where they follow others together with them; else they are a node of their own.
    fn node_of(&self, child: NodeOrText<Id>, before: Option<Id>) -> Option<Id> {
        match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                Some(id)
            }
            NodeOrText::AppendText(words) => {
                let mut nodes = self.nodes.borrow_mut();
                if let Some(text) = before.and_then(|before| nodes[before].text.as_mut()) {
                    text.push_tendril(&words);
                    return None;
                }
                drop(nodes);
                Some(self.add(Node::words(words)))
            }
        }
    }

    fn detach(&self, id: Id) {
        let nodes = &mut *self.nodes.borrow_mut();
        let (parent, previous, next) = (nodes[id].parent.take(), nodes[id].previous.take(), nodes[id].next.take());
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
    }

    /// Puts a node that stands nowhere behind `previous`, or first in `parent`.
    fn place(&self, id: Id, parent: Id, previous: Option<Id>) {
        let nodes = &mut *self.nodes.borrow_mut();
        let next = match previous {
            Some(previous) => nodes[previous].next.replace(id),
            None => nodes[parent].first.replace(id),
        };
        match next {
            Some(next) => nodes[next].previous = Some(id),
            None => nodes[parent].last = Some(id),
        }
        let depth = nodes[parent].depth + 1;
        let node = &mut nodes[id];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, next, depth);
        if node.text.is_none() {
            self.depth.set(depth);
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| &nodes[*target].name)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let attributes = attributes.into_iter().map(|attribute| (attribute.name.local, attribute.value)).collect();
        self.add(Node::element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Node::words(StrTendril::new()))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Node::words(StrTendril::new()))
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let last = self.nodes.borrow()[*parent].last;
        if let Some(id) = self.node_of(child, last) {
            let last = self.nodes.borrow()[*parent].last;
            self.place(id, *parent, last);
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.nodes.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Id) {
        self.depth.set(self.nodes.borrow()[*node].depth.saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let before = self.nodes.borrow()[*sibling].previous;
        let Some(id) = self.node_of(child, before) else { return };
        let nodes = self.nodes.borrow();
        let (parent, before) = (nodes[*sibling].parent, nodes[*sibling].previous);
        drop(nodes);
        if let Some(parent) = parent {
            self.place(id, parent, before);
        }
    }

    fn add_attrs_if_missing(&self, _: &Id, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node].first;
            let Some(first) = first else { return };
            self.append(new_parent, NodeOrText::AppendNode(first));
        }
    }
}

/// Stands between the words of the page and the parser, and leaves out what no text needs.
struct Filter {
    builder: TreeBuilder<Id, Sink>,
    /// How many elements were not nested because they stood too deep, and have not ended yet.
    left_out: Cell<usize>,
}

impl TokenSink for Filter {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        let kept = match token {
            Token::TagToken(tag) => self.kept(tag).map(Token::TagToken),
            Token::CommentToken(_) => None,
            other => Some(other),
        };
        let is_end = matches!(kept, Some(Token::EOFToken));
        match kept.filter(|_| is_end || !self.builder.sink.is_full()) {
            Some(token) => self.builder.process_token(token, line),
            None => TokenSinkResult::Continue,
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Filter {
    /// The tag as the parser gets it; none where it only dresses words.
    fn kept(&self, mut tag: Tag) -> Option<Tag> {
        if only_dresses(&tag.name) {
            return None;
        }
        if matches!(&*tag.name, "s" | "strike") {
            // The parser repeats elements of its list of dresses in every paragraph; this one is not on that list.
            tag.name = local_name!("del");
        }
        tag.attrs.retain(|attribute| is_looked_at(&attribute.name.local));
        match tag.kind {
            TagKind::StartTag if self.builder.sink.depth.get() >= MOST_DEPTH => {
                self.left_out.set(self.left_out.get() + usize::from(!is_void(&tag.name) && !tag.self_closing));
                // Its words still stand apart.
                (tag.name, tag.attrs, tag.self_closing) = (local_name!("br"), Vec::new(), false);
            }
            TagKind::EndTag if self.left_out.get() > 0 => {
                self.left_out.set(self.left_out.get() - 1);
                return None;
            }
            _ => {}
        }
        Some(tag)
    }
}

/// Elements that change how words look, and nothing else.
fn only_dresses(name: &str) -> bool {
    const DRESSES: [&str; 15] =
        ["a", "abbr", "b", "big", "code", "em", "font", "i", "ins", "mark", "nobr", "small", "strong", "tt", "u"];
    DRESSES.contains(&name)
}

/// Elements without an end.
fn is_void(name: &str) -> bool {
    const VOID: [&str; 14] =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    VOID.contains(&name)
}

fn is_looked_at(attribute: &str) -> bool {
    matches!(attribute, "class" | "id" | "role" | "colspan" | "rowspan" | "start" | "aria-expanded" | "type")
}
