//! The change of duals that makes the next edge tight or a blossom ready to be undone.

use super::{Change, Label, NIL, Search};

impl Search<'_> {
    /// Changes duals by the most that keeps all slacks, and says what became possible.
    pub(super) fn change_duals(&mut self) -> Change {
        let mut delta = self.dual[..self.n].iter().copied().min().unwrap_or(0);
        let mut change = Change::Done;
        for v in 0..self.n {
            if self.label[self.top[v]] == Label::Free
                && self.best[v] != NIL
                && self.slack(self.best[v]) < delta
            {
                (delta, change) = (self.slack(self.best[v]), Change::Edge(self.best[v]));
            }
        }
        for b in 0..2 * self.n {
            if self.parent[b] == NIL && self.label[b] == Label::Outer && self.best[b] != NIL {
                let half = self.slack(self.best[b]) / 2;
                if half < delta {
                    (delta, change) = (half, Change::OuterEdge(self.best[b]));
                }
            }
        }
        for b in self.n..2 * self.n {
            let top = self.base[b] != NIL && self.parent[b] == NIL;
            if top && self.label[b] == Label::Inner && self.dual[b] < delta {
                (delta, change) = (self.dual[b], Change::Expand(b));
            }
        }
        for v in 0..self.n {
            match self.label[self.top[v]] {
                Label::Outer => self.dual[v] -= delta,
                Label::Inner => self.dual[v] += delta,
                _ => {}
            }
        }
        for b in self.n..2 * self.n {
            if self.base[b] != NIL && self.parent[b] == NIL {
                match self.label[b] {
                    Label::Outer => self.dual[b] += delta,
                    Label::Inner => self.dual[b] -= delta,
                    _ => {}
                }
            }
        }
        change
    }
}
