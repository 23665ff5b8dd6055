//! Putting things in order by a number: mostly by the place where they stand.
//!
//! Every type that is sorted and every way of comparing costs the wasm modules a kilobyte of its own. So all sorting is
//! done here, on one type.

/// Puts items in the order of their ranks; those of one rank keep theirs.
pub fn sort_by_rank<T>(items: &mut Vec<T>, rank: impl Fn(&T) -> u64) {
    let places = places_by_rank(items.iter().map(rank).collect());
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken[place].take()));
}

/// The places of the ranks, the lowest rank first.
#[inline(never)]
fn places_by_rank(ranks: Vec<u64>) -> Vec<usize> {
    let mut ranks: Vec<(u64, usize)> = ranks.into_iter().zip(0..).collect();
    ranks.sort_unstable();
    ranks.into_iter().map(|(_, place)| place).collect()
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
