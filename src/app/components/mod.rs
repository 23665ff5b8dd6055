//! Small parts of the page: they get what they draw and hold nothing of the workspace.

pub mod announcer;
pub mod bar;
pub mod bar_chart;
pub mod choosable;
pub mod doubts;
pub mod fact_card;
pub mod figure_table;
pub mod finding_list;
pub mod finding_note;
pub mod filter;
pub mod header;
pub mod notices;
pub mod parts;
pub mod paste;
pub mod progress;
pub mod sidebar;
pub mod sum_table;
pub mod tabs;
pub mod text_chunk;
pub mod text_pane;
pub mod undo;
