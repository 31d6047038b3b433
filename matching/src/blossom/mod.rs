//! Maximum-weight matching in a general graph: Edmonds' primal-dual method with blossoms (Edmonds, Paths, trees and
//! flowers, Canad. J. Math. 17, 1965) in the form of Galil (Efficient algorithms for finding maximum matching in
//! graphs, ACM Computing Surveys 18, 1986), with the bookkeeping of endpoints J. van Rantwijk made popular.
//!
//! Duals: one per vertex, one per blossom. Invariants between steps: every edge has slack
//! `dual[i] + dual[j] - 2 weight >= 0` (blossom duals aside), matched edges and edges inside blossoms are tight, all free
//! vertices have the same, smallest dual. When that reaches 0 the matching has maximum weight.

mod cycles;
mod duals;

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

/// The matched partner of each of `n` vertices ([`None`]: free) in a matching of maximum weight.
pub(crate) fn maximum_matching(n: usize, edges: &[(u32, u32, i64)]) -> Vec<Option<usize>> {
    let mut search = Search::new(n, edges);
    search.run();
    search.mate.iter().map(|&p| (p != NIL).then(|| search.endpoint(p))).collect()
}

/// Vertices are `0..n`, blossoms `n..2n`. Endpoint `2k` is the first vertex of edge `k`, `2k + 1` the second.
struct Search<'e> {
    n: usize,
    edges: &'e [(u32, u32, i64)],
    /// For each vertex the far endpoints of its edges.
    far: Vec<Vec<usize>>,
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
}

enum Change {
    Done,
    Edge(usize),
    OuterEdge(usize),
    Expand(usize),
}

impl<'e> Search<'e> {
    fn new(n: usize, edges: &'e [(u32, u32, i64)]) -> Search<'e> {
        let mut far = vec![Vec::new(); n];
        for (k, e) in edges.iter().enumerate() {
            far[e.0 as usize].push(2 * k + 1);
            far[e.1 as usize].push(2 * k);
        }
        let most = edges.iter().map(|e| e.2).max().unwrap_or(0).max(0);
        let mut dual = vec![most; n];
        dual.resize(2 * n, 0);
        Search {
            n,
            edges,
            far,
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
            dual,
            tight: vec![false; edges.len()],
            queue: Vec::new(),
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

    fn run(&mut self) {
        for _ in 0..self.n {
            self.label.fill(Label::Free);
            self.best.fill(NIL);
            self.best_list.iter_mut().for_each(|l| *l = None);
            self.tight.fill(false);
            self.queue.clear();
            for v in 0..self.n {
                if self.mate[v] == NIL && self.label[self.top[v]] == Label::Free {
                    self.assign(v, Label::Outer, NIL);
                }
            }
            if !self.stage() {
                return;
            }
            for b in self.n..2 * self.n {
                let outer_top = self.parent[b] == NIL && self.base[b] != NIL && self.label[b] == Label::Outer;
                if outer_top && self.dual[b] == 0 {
                    self.expand(b, true);
                }
            }
        }
    }

    /// Grows trees and changes duals until one path augments the matching; false if none is left.
    fn stage(&mut self) -> bool {
        loop {
            while let Some(v) = self.queue.pop() {
                if self.scan(v) {
                    return true;
                }
            }
            match self.change_duals() {
                Change::Done => return false,
                Change::Edge(k) => {
                    self.tight[k] = true;
                    let (i, j) = (self.edges[k].0 as usize, self.edges[k].1 as usize);
                    self.queue.push(if self.label[self.top[i]] == Label::Free { j } else { i });
                }
                Change::OuterEdge(k) => {
                    self.tight[k] = true;
                    self.queue.push(self.edges[k].0 as usize);
                }
                Change::Expand(b) => self.expand(b, false),
            }
        }
    }

    /// Looks at the edges of an outer vertex; true if one of them augmented the matching.
    fn scan(&mut self, v: usize) -> bool {
        for at in 0..self.far[v].len() {
            let p = self.far[v][at];
            let (k, w) = (p / 2, self.endpoint(p));
            if self.top[v] == self.top[w] {
                continue;
            }
            let slack = self.slack(k);
            self.tight[k] |= slack <= 0;
            if self.tight[k] {
                match self.label[self.top[w]] {
                    Label::Free => self.assign(w, Label::Inner, p ^ 1),
                    Label::Outer | Label::Crumb => match self.ancestor(v, w) {
                        Some(base) => self.shrink(base, k),
                        None => {
                            self.augment(k);
                            return true;
                        }
                    },
                    Label::Inner if self.label[w] == Label::Free => {
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
            self.best[at] = k;
        }
    }

    fn assign(&mut self, w: usize, label: Label, p: usize) {
        let b = self.top[w];
        for x in [w, b] {
            self.label[x] = label;
            self.label_end[x] = p;
            self.best[x] = NIL;
        }
        if label == Label::Outer {
            let mut queue = std::mem::take(&mut self.queue);
            self.leaves(b, &mut queue);
            self.queue = queue;
        } else {
            let p = self.mate[self.base[b]];
            self.assign(self.endpoint(p), Label::Outer, p ^ 1);
        }
    }

    /// The base of the blossom that an edge between two outer vertices closes, or none if their roots differ.
    fn ancestor(&mut self, v: usize, w: usize) -> Option<usize> {
        let mut path = Vec::new();
        let mut found = None;
        let (mut v, mut w) = (v, w);
        while v != NIL || w != NIL {
            let b = self.top[v];
            if self.label[b] == Label::Crumb {
                found = Some(self.base[b]);
                break;
            }
            path.push(b);
            self.label[b] = Label::Crumb;
            v = match self.label_end[b] {
                NIL => NIL,
                p => self.endpoint(self.label_end[self.top[self.endpoint(p)]]),
            };
            if w != NIL {
                std::mem::swap(&mut v, &mut w);
            }
        }
        path.iter().for_each(|&b| self.label[b] = Label::Outer);
        found
    }

    /// Augments along the path through edge `k` between two free vertices.
    fn augment(&mut self, k: usize) {
        for (start, p) in [(self.edges[k].0 as usize, 2 * k + 1), (self.edges[k].1 as usize, 2 * k)] {
            let (mut s, mut p) = (start, p);
            loop {
                let bs = self.top[s];
                if bs >= self.n {
                    self.augment_blossom(bs, s);
                }
                self.mate[s] = p;
                if self.label_end[bs] == NIL {
                    break;
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
}
