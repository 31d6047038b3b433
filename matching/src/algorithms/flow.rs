//! Minimum-cost circulation by the primal network simplex method (Dantzig 1951; strongly feasible trees: Cunningham,
//! A network simplex method, Math. Programming 11, 1976; block search for the entering arc as in Kovács, Minimum-cost
//! flow algorithms: an experimental evaluation, Optim. Methods Softw. 30, 2015).
//!
//! Invariants between pivots: the tree spans all nodes; arcs outside it carry no flow or are full; a tree arc without
//! flow points to the root and a full one away from it (strong feasibility, which rules out cycling); every tree arc
//! has reduced cost `cost + potential[from] - potential[to] = 0`.
//!
//! Complexity: no polynomial bound is known for this pivot rule; on the networks of [`crate::bounds::relaxation`] the number
//! of pivots grows about linearly with that of the arcs looked at, and a pivot costs the length of its cycle and the size of the
//! subtree that it moves.
//!
//! The tree is kept as parent, depth and doubly linked child lists. A pivot turns one path around, hangs the subtree
//! elsewhere and walks it once for depths and potentials.

const NIL: u32 = u32::MAX;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Empty,
    Full,
    Tree,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    from: u32,
    to: u32,
    cost: i32,
    state: State,
}

/// A tree node.
#[derive(Debug, Clone, Copy)]
struct Node {
    parent: u32,
    /// The arc between this node and its parent.
    arc: u32,
    depth: u32,
    first_child: u32,
    next: u32,
    prev: u32,
}

/// A network whose circulation is optimised in place; arcs may be added after a run and the next run starts warm.
#[derive(Debug, Clone)]
pub(crate) struct Network {
    arcs: Vec<Arc>,
    capacity: Vec<i32>,
    flow: Vec<i32>,
    nodes: Vec<Node>,
    potential: Vec<i64>,
    /// Where the search for an entering arc goes on.
    next_arc: usize,
    stack: Vec<u32>,
}

impl Network {
    /// A network of `nodes` nodes, all hanging at node 0 by arcs to it that cost `penalty` (arcs `0..nodes - 1`).
    pub(crate) fn new(nodes: usize, penalty: i32) -> Network {
        let blank = Node { parent: NIL, arc: NIL, depth: 0, first_child: NIL, next: NIL, prev: NIL };
        let mut network = Network {
            arcs: Vec::new(),
            capacity: Vec::new(),
            flow: Vec::new(),
            nodes: vec![blank; nodes],
            potential: vec![0; nodes],
            next_arc: 0,
            stack: Vec::new(),
        };
        for v in 1..nodes as u32 {
            let arc = network.add(v, 0, i32::MAX, penalty);
            network.arcs[arc].state = State::Tree;
            network.potential[v as usize] = -i64::from(penalty);
            let node = &mut network.nodes[v as usize];
            (node.arc, node.depth) = (arc as u32, 1);
            network.link(v, 0);
        }
        network
    }

    /// Adds an arc and says its number.
    pub(crate) fn add(&mut self, from: u32, to: u32, capacity: i32, cost: i32) -> usize {
        self.arcs.push(Arc { from, to, cost, state: State::Empty });
        self.capacity.push(capacity);
        self.flow.push(0);
        self.arcs.len() - 1
    }

    pub(crate) fn flow(&self, arc: usize) -> i32 {
        self.flow[arc]
    }

    pub(crate) fn potential(&self, node: u32) -> i64 {
        self.potential[node as usize]
    }

    /// What sending more over an arc costs beside its cheapest way round, at the potentials.
    pub(crate) fn reduced_cost(&self, arc: usize) -> i64 {
        let Arc { from, to, cost, .. } = self.arcs[arc];
        i64::from(cost) + self.potential[from as usize] - self.potential[to as usize]
    }

    /// Gives an arc another cost; [`Network::reprice`] must follow before the next run.
    pub(crate) fn set_cost(&mut self, arc: usize, cost: i32) {
        self.arcs[arc].cost = cost;
    }

    /// The potentials of the tree after a change of costs. What flows stays, so that the next run starts warm.
    pub(crate) fn reprice(&mut self) {
        self.potential[0] = 0;
        self.stack.push(0);
        while let Some(u) = self.stack.pop() {
            let mut child = self.nodes[u as usize].first_child;
            while child != NIL {
                let Node { arc, next, .. } = self.nodes[child as usize];
                let Arc { from, cost, .. } = self.arcs[arc as usize];
                let step = if from == child { -i64::from(cost) } else { i64::from(cost) };
                self.potential[child as usize] = self.potential[u as usize] + step;
                self.stack.push(child);
                child = next;
            }
        }
    }

    /// What the potentials prove, whatever they are (linear programming duality): no circulation on the arcs from number
    /// `first` on costs less than the negative of this.
    pub(crate) fn proves(&self, first: usize) -> i64 {
        let worth = |(arc, &capacity): (&Arc, &i32)| {
            let reduced =
                i64::from(arc.cost) + self.potential[arc.from as usize] - self.potential[arc.to as usize];
            i64::from(capacity) * (-reduced).max(0)
        };
        self.arcs[first..].iter().zip(&self.capacity[first..]).map(worth).sum()
    }

    /// Pivots until no arc can lower the cost. Terminates because the trees are strongly feasible. `stop` is told the arcs
    /// looked at; where it says so, what flows stays a circulation that need not be the cheapest.
    pub(crate) fn run(&mut self, stop: &mut dyn FnMut(u64) -> bool) {
        let block = self.arcs.len().isqrt() + 20;
        while let Some(arc) = self.entering(block) {
            self.pivot(arc);
            if stop(2 * block as u64) {
                return;
            }
        }
    }

    /// The arc with the worst reduced cost of the first block that has one.
    fn entering(&mut self, block: usize) -> Option<u32> {
        let (mut worst, mut found, mut left) = (0, None, block);
        let total = self.arcs.len();
        let mut k = self.next_arc.min(total - 1);
        for _ in 0..total {
            let arc = &self.arcs[k];
            let reduced =
                i64::from(arc.cost) + self.potential[arc.from as usize] - self.potential[arc.to as usize];
            let violation = match arc.state {
                State::Empty => reduced,
                State::Full => -reduced,
                State::Tree => 0,
            };
            if violation < worst {
                (worst, found) = (violation, Some(k as u32));
            }
            k = if k + 1 == total { 0 } else { k + 1 };
            left -= 1;
            if left == 0 {
                if found.is_some() {
                    break;
                }
                left = block;
            }
        }
        self.next_arc = k;
        found
    }

    /// Pushes flow around the cycle the arc closes and exchanges it for the blocking arc nearest the join that keeps
    /// the tree strongly feasible.
    fn pivot(&mut self, arc: u32) {
        let Arc { from, to, state, .. } = self.arcs[arc as usize];
        // Flow runs first -> second over the arc, up from second to the join and down to first.
        let (first, second) = if state == State::Empty { (from, to) } else { (to, from) };
        let join = self.join(first, second);
        let mut push = self.capacity[arc as usize];
        let mut leaving = None;
        for (side, start) in [(0, first), (1, second)] {
            let mut u = start;
            while u != join {
                let node = self.nodes[u as usize];
                let up = self.arcs[node.arc as usize].from == u;
                let used = self.flow[node.arc as usize];
                let room = if up == (side == 0) { used } else { self.capacity[node.arc as usize] - used };
                if room < push || (side == 1 && room == push) {
                    (push, leaving) = (room, Some((u, side)));
                }
                u = node.parent;
            }
        }
        self.push_flow(arc, push, (first, second), join);
        match leaving {
            None => {
                self.arcs[arc as usize].state = if state == State::Empty { State::Full } else { State::Empty }
            }
            Some((out, side)) => {
                let left = self.nodes[out as usize].arc as usize;
                self.arcs[left].state = if self.flow[left] == 0 { State::Empty } else { State::Full };
                self.arcs[arc as usize].state = State::Tree;
                let (inside, outside) = if side == 0 { (first, second) } else { (second, first) };
                self.rehang(out, inside, outside, arc);
            }
        }
    }

    fn join(&self, mut u: u32, mut v: u32) -> u32 {
        while u != v {
            if self.nodes[u as usize].depth >= self.nodes[v as usize].depth {
                u = self.nodes[u as usize].parent;
            } else {
                v = self.nodes[v as usize].parent;
            }
        }
        u
    }

    fn push_flow(&mut self, arc: u32, push: i32, (first, second): (u32, u32), join: u32) {
        if push == 0 {
            return;
        }
        let forward = self.arcs[arc as usize].state == State::Empty;
        self.flow[arc as usize] += if forward { push } else { -push };
        for (start, against) in [(first, true), (second, false)] {
            let mut u = start;
            while u != join {
                let node = self.nodes[u as usize];
                let up = self.arcs[node.arc as usize].from == u;
                self.flow[node.arc as usize] += if up == against { -push } else { push };
                u = node.parent;
            }
        }
    }

    /// Cuts the subtree at `out`, makes `inside` its root and hangs it at `outside` by `arc`.
    fn rehang(&mut self, out: u32, inside: u32, outside: u32, arc: u32) {
        let (mut u, mut parent, mut by) = (inside, outside, arc);
        loop {
            let old = self.nodes[u as usize];
            self.unlink(u);
            self.nodes[u as usize].arc = by;
            self.link(u, parent);
            if u == out {
                break;
            }
            (parent, by, u) = (u, old.arc, old.parent);
        }
        let Arc { from, to, cost, .. } = self.arcs[arc as usize];
        let target = if from == inside {
            self.potential[to as usize] - i64::from(cost)
        } else {
            self.potential[from as usize] + i64::from(cost)
        };
        let shift = target - self.potential[inside as usize];
        self.stack.push(inside);
        while let Some(u) = self.stack.pop() {
            let parent = self.nodes[u as usize].parent;
            self.nodes[u as usize].depth = self.nodes[parent as usize].depth + 1;
            self.potential[u as usize] += shift;
            let mut child = self.nodes[u as usize].first_child;
            while child != NIL {
                self.stack.push(child);
                child = self.nodes[child as usize].next;
            }
        }
    }

    fn link(&mut self, node: u32, parent: u32) {
        let first = self.nodes[parent as usize].first_child;
        let this = &mut self.nodes[node as usize];
        (this.parent, this.next, this.prev) = (parent, first, NIL);
        if first != NIL {
            self.nodes[first as usize].prev = node;
        }
        self.nodes[parent as usize].first_child = node;
    }

    fn unlink(&mut self, node: u32) {
        let Node { parent, next, prev, .. } = self.nodes[node as usize];
        if prev != NIL {
            self.nodes[prev as usize].next = next;
        } else {
            self.nodes[parent as usize].first_child = next;
        }
        if next != NIL {
            self.nodes[next as usize].prev = prev;
        }
    }
}
