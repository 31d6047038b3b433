//! Against every matching of small graphs, from good, bad and no guesses of the duals.

use super::maximum_matching;
use crate::algorithms::random::Random;

type Edges = Vec<(u32, u32, i64)>;

/// A graph of up to 12 vertices, with many equal weights and some negative ones.
fn graph(random: &mut Random) -> (usize, Edges) {
    let n = 2 + random.below(11);
    let weights = [3, 10, 100][random.below(3)];
    let density = 1 + random.below(4);
    let mut edges = Edges::new();
    for i in 0..n as u32 {
        for j in 0..i {
            if random.below(4) < density {
                edges.push((j, i, random.below(weights) as i64 - 1));
            }
        }
    }
    (n, edges)
}

/// The weight of the best matching, by all subsets of the vertices.
fn greatest(n: usize, edges: &Edges) -> i64 {
    let mut best = vec![0; 1 << n];
    for set in 1usize..1 << n {
        let low = set.trailing_zeros();
        let rest = set & (set - 1);
        let with = |&&(i, j, _): &&(u32, u32, i64)| i.min(j) == low && rest >> i.max(j) & 1 == 1;
        let pairs = edges.iter().filter(with).map(|e| e.2 + best[rest & !(1 << e.0.max(e.1))]);
        best[set] = pairs.max().unwrap_or(0).max(best[rest]);
    }
    best[(1 << n) - 1]
}

fn weight(edges: &Edges, mates: &[Option<usize>]) -> i64 {
    for (v, mate) in mates.iter().enumerate() {
        assert!(mate.is_none_or(|w| mates[w] == Some(v)), "{v} is not its partner's partner");
    }
    edges.iter().filter(|e| mates[e.0 as usize] == Some(e.1 as usize)).map(|e| e.2).sum()
}

#[test]
fn a_matching_weighs_as_much_as_the_best_of_all_whatever_the_guess() {
    let mut random = Random::new(11);
    for _ in 0..20_000 {
        let (n, edges) = graph(&mut random);
        let best = greatest(n, &edges);
        let cold = maximum_matching(n, &edges, &[], &mut |_| false);
        assert_eq!(weight(&edges, &cold.mates), best, "without a guess: {n} {edges:?}");
        let again = maximum_matching(n, &edges, &cold.duals, &mut |_| false);
        assert_eq!(weight(&edges, &again.mates), best, "from its own duals: {n} {edges:?}");
        let guess: Vec<i64> = (0..n).map(|_| random.below(150) as i64 - 20).collect();
        let wild = maximum_matching(n, &edges, &guess, &mut |_| false);
        assert_eq!(weight(&edges, &wild.mates), best, "from {guess:?}: {n} {edges:?}");
    }
}
