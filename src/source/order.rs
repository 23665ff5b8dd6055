//! Putting things in order by a number: mostly by the place where they stand.
//!
//! Every type that is sorted and every way of comparing costs the wasm modules a kilobyte of its own. So all sorting is
//! done here, on one type.

/// Puts items in the order of their ranks; those of one rank keep theirs.
pub fn sort_by_rank<T>(items: &mut [T], rank: impl Fn(&T) -> u64) {
    let mut ranks = Vec::with_capacity(items.len());
    for item in items.iter() {
        ranks.push((rank(item), ranks.len()));
    }
    for (one, other) in swaps(ranks) {
        items.swap(one, other);
    }
}

/// The swaps, one after the other, that put ranks in order; each comes with its place.
#[inline(never)]
fn swaps(mut ranks: Vec<(u64, usize)>) -> Vec<(usize, usize)> {
    ranks.sort_unstable();
    let mut sources: Vec<usize> = ranks.into_iter().map(|(_, place)| place).collect();
    let mut swaps = Vec::new();
    for start in 0..sources.len() {
        // Round after round: what belongs here comes, and what stood here goes where that came from.
        let mut place = start;
        loop {
            let source = std::mem::replace(&mut sources[place], place);
            if source == start || source == place {
                break;
            }
            swaps.push((place, source));
            place = source;
        }
    }
    swaps
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

    #[test]
    fn many_items_come_in_order() {
        const COUNT: u64 = 1_000;
        let mut items: Vec<u64> = (0..COUNT).map(|number| number * 7 % COUNT).collect();
        sort_by_rank(&mut items, |&number| number);
        assert_eq!(items, (0..COUNT).collect::<Vec<_>>());
    }
}
