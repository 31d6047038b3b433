//! The network of a program: the bipartite double cover of a graph, with what limits of people are nested in it.
//!
//! ```text
//! source -- steps --> person --+-- units, and beyond --> (person, group) -- room --> (person, group, time) --> edges
//!                              +-- room --------------------------------------------> (person, time) ----------> edges
//! ```
//!
//! Each person is a node on the left and one on the right; an edge is two arcs, each of which counts half. The meetings of a person pass
//! an arc for each *step*: the first meetings of the goal one by one, then all others. Where a coverage is asked for, those with
//! each other group pass a node of their own, by arcs for its units and one beyond them. Where times are told apart, those of a
//! time pass another node: of the person and the group, since a person's times and groups are not nested in each other. What a
//! person has too many at a time by that is for the search to settle.

use crate::algorithms::flow::Network;
use crate::exact::graph::{Edge, Graph};
use crate::model::coverage::Units;
use std::collections::BTreeMap;

/// Cost of the arcs that only hold the first tree together: above all that can be earned beside them.
const PENALTY: i32 = 2_000_000_000;

/// Meetings of a person that count alike: from the `first`-th on.
pub(crate) struct Step {
    pub person: u32,
    pub first: u32,
    pub room: u32,
}

/// The network, with its arcs by what they are.
pub(crate) struct Cover {
    pub network: Network,
    /// The first arc that is not there for the tree alone; of the steps; of the edges.
    real: usize,
    step_arcs: usize,
    edge_arcs: usize,
    pub steps: Vec<Step>,
    /// The first of the two arcs of the units of each person with each group.
    units: Vec<usize>,
    edges: usize,
}

/// Where the meetings of a person leave: all of them, those with a group, those at a time.
type Port = (u32, Option<u32>, Option<u32>);

/// The ports of a graph: each has a node on the left and one on the right.
struct Ports<'g, 'p> {
    graph: &'g Graph<'p>,
    people: u32,
    number: BTreeMap<Port, u32>,
}

impl<'g, 'p> Ports<'g, 'p> {
    fn new(graph: &'g Graph<'p>) -> Ports<'g, 'p> {
        let people = graph.problem.people() as u32;
        let mut ports = Ports { graph, people, number: BTreeMap::new() };
        for edge in &graph.edges {
            for port in ports.of_edge(edge) {
                let (person, group, _) = port;
                for known in [port, (person, group, None)] {
                    let next = ports.number.len() as u32;
                    if known != (person, None, None) {
                        ports.number.entry(known).or_insert(next);
                    }
                }
            }
        }
        ports
    }

    /// The ports of the two people of an edge.
    fn of_edge(&self, edge: &Edge) -> [Port; 2] {
        let pair = &self.graph.problem.pairs[edge.pair as usize];
        let group = |me: u32, other: u32| {
            let units = self.graph.problem.units.as_deref()?;
            units.group[other as usize].filter(|group| units.is_asked(me as usize, *group))
        };
        let time = self.graph.has_times().then_some(edge.time);
        [(pair.a, group(pair.a, pair.b), time), (pair.b, group(pair.b, pair.a), time)]
    }

    /// The node of a port on the left (0) or the right (1).
    fn node(&self, side: u32, port: Port) -> u32 {
        match self.number.get(&port) {
            Some(number) => 2 * self.people + 2 + 2 * number + side,
            None => 1 + side * self.people + port.0,
        }
    }

    fn count(&self) -> u32 {
        2 * self.people + 2 + 2 * self.number.len() as u32
    }
}

impl Cover {
    pub(crate) fn new(graph: &Graph) -> Cover {
        let problem = graph.problem;
        let n = problem.people() as u32;
        let ports = Ports::new(graph);
        let mut network = Network::new(ports.count() as usize, PENALTY);
        let sink = 2 * n + 1;
        let tables = i32::try_from(2 * problem.total_tables()).unwrap_or(i32::MAX);
        let real = network.add(sink, 0, tables, 0);
        let steps: Vec<Step> = (0..n).flat_map(|i| steps_of(graph, i)).collect();
        let step_arcs = real + 1;
        for step in &steps {
            network.add(0, 1 + step.person, step.room as i32, 0);
            network.add(1 + n + step.person, sink, step.room as i32, 0);
        }
        let units = inner_arcs(graph, &ports, &mut network);
        let mut edge_arcs = usize::MAX;
        for edge in &graph.edges {
            let [a, b] = ports.of_edge(edge);
            let arc = network.add(ports.node(0, a), ports.node(1, b), 1, 0);
            network.add(ports.node(0, b), ports.node(1, a), 1, 0);
            edge_arcs = edge_arcs.min(arc);
        }
        Cover { network, real, step_arcs, edge_arcs, steps, units, edges: graph.edges.len() }
    }

    /// About how many arcs there are.
    pub(crate) fn size(&self) -> u64 {
        (self.edges + self.steps.len() + self.units.len()) as u64
    }

    /// What the potentials prove: see [`Network::proves`].
    pub(crate) fn proves(&self) -> i64 {
        self.network.proves(self.real)
    }

    /// Lets an edge be worth so much.
    pub(crate) fn set_edge(&mut self, edge: usize, worth: i64) {
        self.set_two(self.edge_arcs + 2 * edge, worth);
    }

    /// Lets a step be worth so much.
    pub(crate) fn set_step(&mut self, step: usize, worth: i64) {
        self.set_two(self.step_arcs + 2 * step, worth);
    }

    /// Lets each filled unit be worth so much.
    pub(crate) fn set_units(&mut self, worth: i64) {
        for at in 0..self.units.len() {
            self.set_two(self.units[at], worth);
        }
    }

    fn set_two(&mut self, arc: usize, worth: i64) {
        self.network.set_cost(arc, -worth as i32);
        self.network.set_cost(arc + 1, -worth as i32);
    }

    /// What an edge is worth above its price at the potentials, from both sides.
    pub(crate) fn profit(&self, edge: usize) -> i64 {
        let first = self.edge_arcs + 2 * edge;
        -(self.network.reduced_cost(first) + self.network.reduced_cost(first + 1)) / 2
    }

    /// Twice the share of an edge.
    pub(crate) fn edge(&self, edge: usize) -> u8 {
        self.both(self.edge_arcs + 2 * edge) as u8
    }

    /// Twice the meetings of a step.
    pub(crate) fn step(&self, step: usize) -> i64 {
        i64::from(self.both(self.step_arcs + 2 * step))
    }

    /// Twice the filled units.
    pub(crate) fn units_filled(&self) -> i64 {
        self.units.iter().map(|arc| i64::from(self.both(*arc))).sum()
    }

    fn both(&self, arc: usize) -> i32 {
        self.network.flow(arc) + self.network.flow(arc + 1)
    }
}

/// Adds the arcs from people to their ports, on both sides; those of units are returned.
fn inner_arcs(graph: &Graph, ports: &Ports, network: &mut Network) -> Vec<usize> {
    let of_each = graph.problem.units.as_deref().map_or(0, |units: &Units| units.of_each);
    let mut units = Vec::new();
    for &port in ports.number.keys() {
        let (person, group, time) = port;
        let outer = if time.is_some() { (person, group, None) } else { (person, None, None) };
        let mut add = |capacity: i32| {
            let arc = network.add(ports.node(0, outer), ports.node(0, port), capacity, 0);
            network.add(ports.node(1, port), ports.node(1, outer), capacity, 0);
            arc
        };
        match (group, time) {
            (_, Some(time)) => _ = add(graph.room(person as usize, time as usize) as i32),
            (Some(_), None) => {
                let cap = graph.problem.cap[person as usize];
                units.push(add(of_each.min(cap) as i32));
                add(cap as i32);
            }
            (None, None) => {}
        }
    }
    units
}

/// The steps of a person: each meeting of the goal by itself, then all others.
fn steps_of(graph: &Graph, person: u32) -> impl Iterator<Item = Step> + use<> {
    let (goal, cap) = (graph.problem.goal[person as usize], graph.problem.cap[person as usize]);
    let goals = (1..=goal).map(move |first| Step { person, first, room: 1 });
    goals.chain((cap > goal).then_some(Step { person, first: goal + 1, room: cap - goal }))
}
