//! The duals: those to start from, and the change that makes the next edge tight or a blossom ready to be undone.

use super::{Change, Label, NIL, Search};

impl Search<'_> {
    /// Duals near a guess that keep all slacks, and the edges between free vertices that are tight at them.
    ///
    /// Each vertex in turn gets the least dual that its edges allow: whichever end of an edge comes last makes its slack
    /// 0 or more.
    pub(super) fn start(&mut self, guess: &[i64]) {
        for v in 0..self.n {
            let heaviest = || self.far(v).map(|at| self.edges[self.far[at] / 2].2).max().unwrap_or(0);
            self.dual[v] = guess.get(v).copied().unwrap_or_else(heaviest).max(0);
        }
        for v in 0..self.n {
            let needs = self.far(v).map(|at| self.dual[v] - self.slack(self.far[at] / 2));
            self.dual[v] = needs.max().unwrap_or(0).max(0);
        }
        for v in 0..self.n {
            let partner = self.far(v).map(|at| self.far[at]).find(|&p| {
                self.mate[v] == NIL && self.mate[self.endpoint(p)] == NIL && self.slack(p / 2) == 0
            });
            if let Some(p) = partner {
                let w = self.endpoint(p);
                (self.mate[v], self.mate[w]) = (p, p ^ 1);
            }
        }
    }

    /// Changes the duals of the tree by the most that keeps all slacks, and says what became possible. All of a tree's
    /// vertices have duals of the same parity, so that half a slack between two of them is whole.
    pub(super) fn change_duals(&mut self) -> Change {
        let (mut delta, mut change) = (i64::MAX, Change::Release(NIL));
        for &x in &self.touched {
            let top = if x < self.n { self.top[x] } else { x };
            if x >= self.n && (self.base[x] == NIL || self.parent[x] != NIL) {
                continue;
            }
            let label = self.label[top];
            if x < self.n && label == Label::Outer && self.dual[x] < delta {
                (delta, change) = (self.dual[x], Change::Release(x));
            }
            if x < self.n && label == Label::Free && self.best[x] != NIL && self.slack(self.best[x]) < delta {
                (delta, change) = (self.slack(self.best[x]), Change::Edge(self.best[x]));
            }
            if x == top && label == Label::Outer && self.best[x] != NIL {
                let half = self.slack(self.best[x]) / 2;
                if half < delta {
                    (delta, change) = (half, Change::OuterEdge(self.best[x]));
                }
            }
            if x >= self.n && label == Label::Inner && self.dual[x] < delta {
                (delta, change) = (self.dual[x], Change::Expand(x));
            }
        }
        self.shift_duals(delta);
        change
    }

    fn shift_duals(&mut self, delta: i64) {
        for at in 0..self.touched.len() {
            let x = self.touched[at];
            let top = if x < self.n { self.top[x] } else { x };
            let is_part = x < self.n || (self.base[x] != NIL && self.parent[x] == NIL);
            // Outer vertices fall and their blossoms rise; inner ones the other way round.
            let rise = match (self.label[top], x < self.n) {
                _ if !is_part => 0,
                (Label::Outer, true) | (Label::Inner, false) => -delta,
                (Label::Outer, false) | (Label::Inner, true) => delta,
                _ => 0,
            };
            self.dual[x] += rise;
        }
    }
}
