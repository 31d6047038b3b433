//! Blossoms themselves: shrinking an odd cycle to one vertex, undoing that, and turning the matching inside.

use super::{Label, NIL, Search};

impl Search<'_> {
    /// Shrinks the odd cycle that edge `k` closes into a new blossom.
    pub(super) fn shrink(&mut self, base: usize, k: usize) {
        let Some(b) = self.unused.pop() else { return };
        let bb = self.top[base];
        self.base[b] = base;
        self.parent[b] = NIL;
        self.parent[bb] = b;
        let (mut path, mut ends) = (Vec::new(), Vec::new());
        let mut bv = self.top[self.edges[k].0 as usize];
        while bv != bb {
            self.parent[bv] = b;
            path.push(bv);
            ends.push(self.label_end[bv]);
            bv = self.top[self.endpoint(self.label_end[bv])];
        }
        path.push(bb);
        path.reverse();
        ends.reverse();
        ends.push(2 * k);
        let mut bw = self.top[self.edges[k].1 as usize];
        while bw != bb {
            self.parent[bw] = b;
            path.push(bw);
            ends.push(self.label_end[bw] ^ 1);
            bw = self.top[self.endpoint(self.label_end[bw])];
        }
        self.touch(b);
        self.label[b] = Label::Outer;
        self.label_end[b] = self.label_end[bb];
        self.dual[b] = 0;
        self.children[b] = path;
        self.ends[b] = ends;
        let mut leaves = Vec::new();
        self.leaves(b, &mut leaves);
        for v in leaves {
            if self.label[self.top[v]] == Label::Inner {
                self.queue.push(v);
            }
            self.top[v] = b;
        }
        self.gather_best(b);
    }

    /// The least-slack edges of a new blossom to every other outer blossom.
    fn gather_best(&mut self, b: usize) {
        let mut reached = Vec::new();
        for at in 0..self.children[b].len() {
            let c = self.children[b][at];
            let list = self.best_list[c].take().unwrap_or_else(|| {
                let mut leaves = Vec::new();
                self.leaves(c, &mut leaves);
                leaves.iter().flat_map(|&v| self.far[self.far(v)].iter().map(|p| p / 2)).collect()
            });
            for k in list {
                let (i, j) = (self.top[self.edges[k].0 as usize], self.top[self.edges[k].1 as usize]);
                let other = if j == b { i } else { j };
                if other == b || self.label[other] != Label::Outer {
                    continue;
                }
                let nearest = self.nearest[other];
                if nearest == NIL {
                    reached.push(other);
                }
                if nearest == NIL || self.slack(k) < self.slack(nearest) {
                    self.nearest[other] = k;
                }
            }
            self.best[c] = NIL;
        }
        let list: Vec<usize> =
            reached.iter().map(|&other| std::mem::replace(&mut self.nearest[other], NIL)).collect();
        self.best[b] = list.iter().copied().min_by_key(|&k| (self.slack(k), k)).unwrap_or(NIL);
        self.best_list[b] = Some(list);
    }

    /// Undoes a blossom; within a stage its children are labelled anew.
    pub(super) fn expand(&mut self, b: usize, end_of_stage: bool) {
        for c in self.children[b].clone() {
            self.parent[c] = NIL;
            if c < self.n {
                self.top[c] = c;
            } else if end_of_stage && self.dual[c] == 0 {
                self.expand(c, true);
            } else {
                let mut leaves = Vec::new();
                self.leaves(c, &mut leaves);
                leaves.into_iter().for_each(|v| self.top[v] = c);
            }
        }
        if !end_of_stage && self.label[b] == Label::Inner {
            self.relabel_children(b);
        }
        self.label[b] = Label::Free;
        self.label_end[b] = NIL;
        self.children[b].clear();
        self.ends[b].clear();
        self.base[b] = NIL;
        self.best_list[b] = None;
        self.best[b] = NIL;
        self.unused.push(b);
    }

    fn relabel_children(&mut self, b: usize) {
        let children = self.children[b].clone();
        let ends = self.ends[b].clone();
        let entry = self.top[self.endpoint(self.label_end[b] ^ 1)];
        let walk = Walk::to_base(&children, entry);
        let mut j = walk.start;
        let mut p = self.label_end[b];
        while !walk.at_base(j) {
            let first = self.endpoint(p ^ 1);
            let second = self.endpoint(walk.end(&ends, j) ^ usize::from(walk.backward) ^ 1);
            self.label[first] = Label::Free;
            self.label[second] = Label::Free;
            self.assign(first, Label::Inner, p);
            self.mark_tight(walk.end(&ends, j) / 2);
            j += walk.step;
            p = walk.end(&ends, j) ^ usize::from(walk.backward);
            self.mark_tight(p / 2);
            j += walk.step;
        }
        let base = walk.child(&children, j);
        let v = self.endpoint(p ^ 1);
        for x in [v, base] {
            self.touch(x);
            self.label[x] = Label::Inner;
            self.label_end[x] = p;
        }
        self.best[base] = NIL;
        j += walk.step;
        while walk.child(&children, j) != entry {
            let c = walk.child(&children, j);
            j += walk.step;
            if self.label[c] == Label::Outer {
                continue;
            }
            let mut leaves = Vec::new();
            self.leaves(c, &mut leaves);
            if let Some(&v) = leaves.iter().find(|&&v| self.label[v] != Label::Free) {
                self.label[v] = Label::Free;
                let partner = self.endpoint(self.mate[self.base[c]]);
                self.label[partner] = Label::Free;
                self.assign(v, Label::Inner, self.label_end[v]);
            }
        }
    }

    /// Swaps matched and unmatched edges inside a blossom so that `v` becomes its base.
    pub(super) fn augment_blossom(&mut self, b: usize, v: usize) {
        let mut t = v;
        while self.parent[t] != b {
            t = self.parent[t];
        }
        if t >= self.n {
            self.augment_blossom(t, v);
        }
        let children = self.children[b].clone();
        let ends = self.ends[b].clone();
        let walk = Walk::to_base(&children, t);
        let mut j = walk.start;
        while !walk.at_base(j) {
            j += walk.step;
            let p = walk.end(&ends, j) ^ usize::from(walk.backward);
            let c = walk.child(&children, j);
            if c >= self.n {
                self.augment_blossom(c, self.endpoint(p));
            }
            j += walk.step;
            let c = walk.child(&children, j);
            if c >= self.n {
                self.augment_blossom(c, self.endpoint(p ^ 1));
            }
            let (x, y) = (self.endpoint(p), self.endpoint(p ^ 1));
            self.mate[x] = p ^ 1;
            self.mate[y] = p;
        }
        let first = children.iter().position(|&c| c == t).unwrap_or(0);
        self.children[b].rotate_left(first);
        self.ends[b].rotate_left(first);
        self.base[b] = self.base[self.children[b][0]];
    }
}

/// The way round a blossom from one child to the base in an even number of steps.
struct Walk {
    start: isize,
    step: isize,
    /// Against the order of the children.
    backward: bool,
}

impl Walk {
    fn to_base(children: &[usize], from: usize) -> Walk {
        let at = children.iter().position(|&c| c == from).unwrap_or(0) as isize;
        if at % 2 == 1 {
            Walk { start: at - children.len() as isize, step: 1, backward: false }
        } else {
            Walk { start: at, step: -1, backward: true }
        }
    }

    fn at_base(&self, j: isize) -> bool {
        j == 0
    }

    fn child(&self, children: &[usize], j: isize) -> usize {
        children[j.rem_euclid(children.len() as isize) as usize]
    }

    fn end(&self, ends: &[usize], j: isize) -> usize {
        ends[(j - isize::from(self.backward)).rem_euclid(ends.len() as isize) as usize]
    }
}
