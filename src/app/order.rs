//! Sorting by a number. Every other way of sorting that the page's wasm holds costs it some kilobytes: there is one.

/// Puts items in the order of their ranks; those of one rank keep theirs.
pub fn sort_by_rank<T>(items: &mut Vec<T>, rank: impl Fn(&T) -> u128) {
    let mut ranks: Vec<(u128, usize)> = items.iter().map(rank).zip(0..).collect();
    ranks.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(ranks.into_iter().filter_map(|(_, place)| taken[place].take()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ranks_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by_rank(&mut items, |(rank, _)| *rank);
        assert_eq!(items.iter().map(|(_, name)| *name).collect::<String>(), "dbeac");
    }
}
