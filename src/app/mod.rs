//! The page: what is on it (plain data, tested natively), and how it is drawn (Yew).

pub mod facts;
pub mod layout;
pub mod state;
