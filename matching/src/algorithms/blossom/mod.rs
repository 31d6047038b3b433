//! Maximum-weight matching in a general graph: Edmonds' primal-dual method with blossoms (Edmonds, Paths, trees and
//! flowers, Canad. J. Math. 17, 1965), one tree at a time (Gabow, An efficient implementation of Edmonds' algorithm for
//! maximum matching on graphs, J. ACM 23, 1976), with the bookkeeping of endpoints J. van Rantwijk made popular.
//!
//! Duals: one per vertex, one per blossom. Invariants between stages: every edge has slack
//! `dual[i] + dual[j] - 2 weight >= 0` (blossom duals aside), no dual is negative, matched edges and edges inside blossoms
//! are tight. A stage takes a free vertex whose dual is not 0 and matches it, or frees another one whose dual is 0 instead.
//! When all free vertices have dual 0 the matching has maximum weight.
//!
//! Complexity: at most `n` stages, each of at most `O(n)` changes of duals that look at all edges of its tree: `O(n^2 m)` at
//! worst, and near `O(m)` for a stage with good duals.
//!
//! Since a stage touches its own tree only, and any duals that keep the invariant will do at first, a good guess of the
//! duals makes nearly all stages short.

mod cycles;
mod duals;
#[cfg(test)]
mod tests;

const NIL: usize = usize::MAX;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Free,
    /// Reached by an even number of edges from a free vertex.
    Outer,
    /// Reached by an odd number.
    Inner,
    /// Outer and seen in the present search for a common ancestor.
    Crumb,
}

/// A matching, and the duals that prove its weight the greatest.
pub(crate) struct Matched {
    /// The partner of each vertex; none: free.
    pub mates: Vec<Option<usize>>,
    /// One for each vertex, on the scale of twice the weights.
    pub duals: Vec<i64>,
}

/// A matching of maximum weight in a graph of `n` vertices. `guess` is what the duals may be near; without an entry a
/// vertex begins at its heaviest edge. `stop` is told how much was looked at; where it says so, some matching is given.
pub(crate) fn maximum_matching(
    n: usize,
    edges: &[(u32, u32, i64)],
    guess: &[i64],
    stop: &mut dyn FnMut(u64) -> bool,
) -> Matched {
    let mut search = Search::new(n, edges, guess);
    search.run(stop);
    let partner = |&p: &usize| (p != NIL).then(|| search.endpoint(p));
    Matched { mates: search.mate.iter().map(partner).collect(), duals: search.dual[..n].to_vec() }
}

/// Vertices are `0..n`, blossoms `n..2n`. Endpoint `2k` is the first vertex of edge `k`, `2k + 1` the second.
struct Search<'e> {
    n: usize,
    edges: &'e [(u32, u32, i64)],
    /// `far[first[v]..first[v + 1]]` are the far endpoints of the edges of `v`.
    far: Vec<usize>,
    first: Vec<usize>,
    mate: Vec<usize>,
    label: Vec<Label>,
    /// The endpoint through which the label was given.
    label_end: Vec<usize>,
    /// Top blossom of each vertex.
    top: Vec<usize>,
    parent: Vec<usize>,
    children: Vec<Vec<usize>>,
    /// Endpoints between consecutive children.
    ends: Vec<Vec<usize>>,
    base: Vec<usize>,
    /// Edge of least slack to an outer blossom.
    best: Vec<usize>,
    best_list: Vec<Option<Vec<usize>>>,
    unused: Vec<usize>,
    dual: Vec<i64>,
    tight: Vec<bool>,
    queue: Vec<usize>,
    /// What this stage has labelled or given a best edge, and the edges it found tight: to be reset, and all that it looks at.
    touched: Vec<usize>,
    is_touched: Vec<bool>,
    found_tight: Vec<usize>,
    /// Least-slack edge to each blossom while those of a new one are gathered; [`NIL`] everywhere else.
    nearest: Vec<usize>,
}

/// What a change of duals makes possible.
enum Change {
    /// This outer vertex may be free.
    Release(usize),
    Edge(usize),
    OuterEdge(usize),
    Expand(usize),
}

impl<'e> Search<'e> {
    fn new(n: usize, edges: &'e [(u32, u32, i64)], guess: &[i64]) -> Search<'e> {
        let mut first = vec![0; n + 1];
        for e in edges {
            first[e.0 as usize] += 1;
            first[e.1 as usize] += 1;
        }
        let mut sum = 0;
        for f in &mut first {
            sum += *f;
            *f = sum;
        }
        let mut far = vec![0; sum];
        for (k, e) in edges.iter().enumerate().rev() {
            for (v, p) in [(e.0, 2 * k + 1), (e.1, 2 * k)] {
                first[v as usize] -= 1;
                far[first[v as usize]] = p;
            }
        }
        let mut search = Search {
            n,
            edges,
            far,
            first,
            mate: vec![NIL; n],
            label: vec![Label::Free; 2 * n],
            label_end: vec![NIL; 2 * n],
            top: (0..n).collect(),
            parent: vec![NIL; 2 * n],
            children: vec![Vec::new(); 2 * n],
            ends: vec![Vec::new(); 2 * n],
            base: (0..n).chain(std::iter::repeat_n(NIL, n)).collect(),
            best: vec![NIL; 2 * n],
            best_list: vec![None; 2 * n],
            unused: (n..2 * n).collect(),
            dual: vec![0; 2 * n],
            tight: vec![false; edges.len()],
            queue: Vec::new(),
            touched: Vec::new(),
            is_touched: vec![false; 2 * n],
            found_tight: Vec::new(),
            nearest: vec![NIL; 2 * n],
        };
        search.start(guess);
        search
    }

    /// The far endpoints of the edges of a vertex.
    fn far(&self, v: usize) -> std::ops::Range<usize> {
        self.first[v]..self.first[v + 1]
    }

    fn touch(&mut self, x: usize) {
        if !self.is_touched[x] {
            self.is_touched[x] = true;
            self.touched.push(x);
        }
    }

    fn mark_tight(&mut self, k: usize) {
        if !self.tight[k] {
            self.tight[k] = true;
            self.found_tight.push(k);
        }
    }

    fn endpoint(&self, p: usize) -> usize {
        let e = &self.edges[p / 2];
        (if p.is_multiple_of(2) { e.0 } else { e.1 }) as usize
    }

    fn slack(&self, k: usize) -> i64 {
        let e = &self.edges[k];
        self.dual[e.0 as usize] + self.dual[e.1 as usize] - 2 * e.2
    }

    fn leaves(&self, b: usize, out: &mut Vec<usize>) {
        if b < self.n {
            out.push(b);
        } else {
            self.children[b].iter().for_each(|&c| self.leaves(c, out));
        }
    }

    fn run(&mut self, stop: &mut dyn FnMut(u64) -> bool) {
        for root in 0..self.n {
            if self.mate[root] == NIL && self.dual[root] > 0 {
                self.assign(root, Label::Outer, NIL);
                if !self.stage(stop) {
                    return;
                }
                self.end_stage();
            }
        }
    }

    /// Grows a tree and changes duals until its root is matched or may be free; false if it was stopped before. The matching
    /// changes only at the end.
    fn stage(&mut self, stop: &mut dyn FnMut(u64) -> bool) -> bool {
        loop {
            let mut looked = 8 * self.touched.len();
            while let Some(v) = self.queue.pop() {
                looked += self.far(v).len();
                if self.scan(v) {
                    return true;
                }
            }
            if stop(looked as u64) {
                return false;
            }
            match self.change_duals() {
                Change::Release(v) => {
                    self.turn_path(v, NIL);
                    return true;
                }
                Change::Edge(k) => {
                    self.mark_tight(k);
                    let (i, j) = (self.edges[k].0 as usize, self.edges[k].1 as usize);
                    self.queue.push(if self.label[self.top[i]] == Label::Free { j } else { i });
                }
                Change::OuterEdge(k) => {
                    self.mark_tight(k);
                    self.queue.push(self.edges[k].0 as usize);
                }
                Change::Expand(b) => self.expand(b, false),
            }
        }
    }

    /// Undoes the outer blossoms that are worth nothing, and forgets all labels.
    fn end_stage(&mut self) {
        self.queue.clear();
        let touched = std::mem::take(&mut self.touched);
        for &b in &touched {
            let outer_top =
                b >= self.n && self.parent[b] == NIL && self.base[b] != NIL && self.label[b] == Label::Outer;
            if outer_top && self.dual[b] == 0 {
                self.expand(b, true);
            }
        }
        for x in touched {
            self.label[x] = Label::Free;
            self.label_end[x] = NIL;
            self.best[x] = NIL;
            self.best_list[x] = None;
            self.is_touched[x] = false;
        }
        for k in self.found_tight.drain(..) {
            self.tight[k] = false;
        }
    }

    /// Looks at the edges of an outer vertex; true if one of them augmented the matching.
    fn scan(&mut self, v: usize) -> bool {
        for at in self.far(v) {
            let p = self.far[at];
            let (k, w) = (p / 2, self.endpoint(p));
            if self.top[v] == self.top[w] {
                continue;
            }
            let slack = self.slack(k);
            if slack <= 0 {
                self.mark_tight(k);
            }
            if self.tight[k] {
                match self.label[self.top[w]] {
                    Label::Free if self.mate[self.base[self.top[w]]] == NIL => {
                        self.augment(k);
                        return true;
                    }
                    Label::Free => self.assign(w, Label::Inner, p ^ 1),
                    Label::Outer | Label::Crumb => {
                        let base = self.ancestor(v, w);
                        self.shrink(base, k);
                    }
                    Label::Inner if self.label[w] == Label::Free => {
                        self.touch(w);
                        self.label[w] = Label::Inner;
                        self.label_end[w] = p ^ 1;
                    }
                    Label::Inner => {}
                }
            } else if self.label[self.top[w]] == Label::Outer {
                self.remember(self.top[v], k, slack);
            } else if self.label[w] == Label::Free {
                self.remember(w, k, slack);
            }
        }
        false
    }

    fn remember(&mut self, at: usize, k: usize, slack: i64) {
        if self.best[at] == NIL || slack < self.slack(self.best[at]) {
            self.touch(at);
            self.best[at] = k;
        }
    }

    fn assign(&mut self, w: usize, label: Label, p: usize) {
        let b = self.top[w];
        for x in [w, b] {
            self.touch(x);
            self.label[x] = label;
            self.label_end[x] = p;
            self.best[x] = NIL;
        }
        let mut leaves = Vec::new();
        self.leaves(b, &mut leaves);
        leaves.iter().for_each(|&v| self.touch(v));
        if label == Label::Outer {
            self.queue.append(&mut leaves);
        } else {
            let p = self.mate[self.base[b]];
            self.assign(self.endpoint(p), Label::Outer, p ^ 1);
        }
    }

    /// The base of the blossom that an edge between two outer vertices closes.
    fn ancestor(&mut self, v: usize, w: usize) -> usize {
        let mut path = Vec::new();
        let (mut v, mut w) = (v, w);
        let base = loop {
            let b = self.top[v];
            if self.label[b] == Label::Crumb {
                break self.base[b];
            }
            path.push(b);
            self.label[b] = Label::Crumb;
            v = match self.label_end[b] {
                NIL => NIL,
                p => self.endpoint(self.label_end[self.top[self.endpoint(p)]]),
            };
            // Both ways end at the one root, so that the second meets the first at the latest there.
            if w != NIL {
                std::mem::swap(&mut v, &mut w);
            }
        };
        path.iter().for_each(|&b| self.label[b] = Label::Outer);
        base
    }

    /// Augments along the path from the root through edge `k` to another free vertex.
    fn augment(&mut self, k: usize) {
        self.turn_path(self.edges[k].0 as usize, 2 * k + 1);
        self.turn_path(self.edges[k].1 as usize, 2 * k);
    }

    /// Matches `s` by the endpoint `p`, or frees it, and turns the matching on its way up to the root.
    fn turn_path(&mut self, mut s: usize, mut p: usize) {
        loop {
            let bs = self.top[s];
            if bs >= self.n {
                self.augment_blossom(bs, s);
            }
            self.mate[s] = p;
            if self.label_end[bs] == NIL {
                return;
            }
            let bt = self.top[self.endpoint(self.label_end[bs])];
            let q = self.label_end[bt];
            s = self.endpoint(q);
            let j = self.endpoint(q ^ 1);
            if bt >= self.n {
                self.augment_blossom(bt, j);
            }
            self.mate[j] = q;
            p = q ^ 1;
        }
    }
}
