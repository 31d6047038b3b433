//! No circles: which file uses which, read off the sources, and whether the arrows run back to where they began.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Item, UseTree};

use super::{files, read, root};

/// A package, the beginning of a room's files in it, and the number of files that the room's largest circle may have.
const LARGEST: [(&str, &str, usize); 2] = [("src", "services/", 1), ("matching/src", "", 4)];

/// A path of names from the root of a package: `store::outbox` is `["store", "outbox"]`.
type Names = Vec<String>;

/// What a file says of others.
#[derive(Default)]
struct Source {
    /// What it passes on under a name of its own (`pub use`), and where that is from.
    passed_on: HashMap<String, Names>,
    /// Every path that it uses.
    used: Vec<Names>,
}

/// A package's sources by their modules.
struct Package(BTreeMap<Names, Source>);

impl Package {
    fn read(folder: &Path) -> Package {
        let left_out = ["main.rs", "schema.rs", "tests.rs"];
        let mut paths = files(folder, ".rs");
        paths.retain(|path| !left_out.iter().any(|name| path.ends_with(name)));
        let known: BTreeSet<Names> = paths.iter().map(|path| module(folder, path)).collect();
        let source = |path| {
            let name = module(folder, path);
            let source = Source::read(&name, &read(path), &known);
            (name, source)
        };
        Package(paths.iter().map(|path| source(path)).collect())
    }

    /// The module in which the item of a path is defined, whoever passes it on; none where the path ends at a module or
    /// leaves the package.
    fn home(&self, path: &[String]) -> Option<Names> {
        let mut path = path.to_vec();
        // Nothing is passed on more often than there are floors.
        for _ in 0..8 {
            let length = (0..=path.len()).rev().find(|n| self.0.contains_key(&path[..*n]))?;
            match self.0[&path[..length]].passed_on.get(path.get(length)?) {
                Some(from) => path = from.iter().chain(&path[length + 1..]).cloned().collect(),
                None => return Some(path[..length].to_vec()),
            }
        }
        None
    }

    /// For each module those that it uses, and those that these use, and so on.
    fn reached(&self) -> BTreeMap<&Names, BTreeSet<Names>> {
        let arrows: BTreeMap<&Names, BTreeSet<Names>> = self
            .0
            .iter()
            .map(|(name, source)| {
                let homes = source.used.iter().filter_map(|path| self.home(path));
                (name, homes.filter(|home| home != name).collect())
            })
            .collect();
        let follow = |from: &Names| {
            let (mut found, mut open) = (BTreeSet::new(), vec![from.clone()]);
            while let Some(name) = open.pop() {
                open.extend(arrows[&name].iter().filter(|next| found.insert((*next).clone())).cloned());
            }
            found
        };
        arrows.keys().map(|from| (*from, follow(from))).collect()
    }

    /// The circles with a module whose path begins like this.
    fn circles(&self, room: &str) -> BTreeSet<Vec<String>> {
        let reached = self.reached();
        let circle = |(name, there): (&&Names, &BTreeSet<Names>)| {
            let back = there.iter().filter(|other| reached[*other].contains(*name));
            back.map(|other| other.join("/")).collect::<Vec<_>>()
        };
        let all = reached.iter().map(circle);
        all.filter(|circle| circle.len() > 1 && circle.iter().any(|name| name.starts_with(room))).collect()
    }
}

/// `store/outbox.rs` is the module `store::outbox`, `store/mod.rs` is `store`, `lib.rs` is the root.
fn module(folder: &Path, path: &Path) -> Names {
    let inner = path.strip_prefix(folder).unwrap().with_extension("");
    let names = inner.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod" && name != "lib").collect()
}

impl Source {
    fn read(module: &Names, text: &str, known: &BTreeSet<Names>) -> Source {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{module:?}: {error}"));
        let mut source = Source::default();
        let mut brought_in: HashMap<String, Names> = HashMap::new();
        for item in &file.items {
            let Item::Use(item) = item else { continue };
            let mut leaves = Vec::new();
            collect_leaves(&item.tree, &mut Vec::new(), &mut leaves);
            for (name, path) in leaves {
                let Some(path) = from_root(module, &path, known) else { continue };
                if matches!(item.vis, syn::Visibility::Inherited) {
                    source.used.push(path.clone());
                    brought_in.insert(name, path);
                } else {
                    source.passed_on.insert(name, path);
                }
            }
        }
        let mut paths = Vec::new();
        collect_paths(text.parse().unwrap(), &mut paths);
        for path in paths {
            let start = brought_in.get(&path[0]).or_else(|| source.passed_on.get(&path[0]));
            let whole = start.map(|start| start.iter().chain(&path[1..]).cloned().collect());
            source.used.extend(whole.or_else(|| from_root(module, &path, known)));
        }
        source
    }
}

/// The names that a `use` brings in, with their paths as written; a glob brings in the module's own items.
fn collect_leaves(tree: &UseTree, path: &mut Names, leaves: &mut Vec<(String, Names)>) {
    let mut leaf = |name: String, last: &str| {
        let whole = path.iter().cloned().chain((last != "self").then(|| last.to_string()));
        leaves.push((name, whole.collect()));
    };
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            collect_leaves(&inner.tree, path, leaves);
            path.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|one| collect_leaves(one, path, leaves)),
        UseTree::Name(one) if one.ident == "self" => {
            let name = path.last().cloned().unwrap_or_default();
            leaf(name, "self");
        }
        UseTree::Name(one) => leaf(one.ident.to_string(), &one.ident.to_string()),
        UseTree::Rename(one) => leaf(one.rename.to_string(), &one.ident.to_string()),
        UseTree::Glob(_) => leaf(String::new(), "*"),
    }
}

/// Every path of names in a text but those of its `use` and `mod` lines.
fn collect_paths(tokens: TokenStream, paths: &mut Vec<Names>) {
    let mut path = Names::new();
    let (mut colons, mut is_skipped, mut is_field) = (0, false, false);
    for token in tokens {
        match token {
            TokenTree::Ident(name) if !is_skipped => {
                let name = name.to_string();
                if colons != 2 || path.is_empty() {
                    paths.extend((!path.is_empty()).then(|| std::mem::take(&mut path)));
                }
                is_skipped = path.is_empty() && !is_field && (name == "use" || name == "mod");
                if !is_skipped && !is_field {
                    path.push(name);
                }
                (colons, is_field) = (0, false);
            }
            TokenTree::Punct(sign) if sign.as_char() == ';' && is_skipped => is_skipped = false,
            TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
            TokenTree::Group(group) if !is_skipped => {
                paths.extend((!path.is_empty()).then(|| std::mem::take(&mut path)));
                collect_paths(group.stream(), paths);
                (colons, is_field) = (0, false);
            }
            other => {
                paths.extend((!path.is_empty()).then(|| std::mem::take(&mut path)));
                is_field = matches!(&other, TokenTree::Punct(sign) if sign.as_char() == '.');
                colons = 0;
            }
        }
    }
    paths.extend((!path.is_empty()).then_some(path));
}

/// A path as it is written in a module, from the package's root; none if it leads elsewhere.
fn from_root(module: &Names, path: &[String], known: &BTreeSet<Names>) -> Option<Names> {
    let (first, rest) = path.split_first()?;
    let start = match first.as_str() {
        "crate" => Vec::new(),
        "self" => module.clone(),
        "super" => module[..module.len().checked_sub(1)?].to_vec(),
        _ => {
            let child: Names = module.iter().chain([first]).cloned().collect();
            return known.contains(&child).then(|| child.into_iter().chain(rest.iter().cloned()).collect());
        }
    };
    if rest.first().is_some_and(|next| next == "super") {
        return from_root(&start, rest, known);
    }
    Some(start.into_iter().chain(rest.iter().cloned()).collect())
}

#[test]
fn no_room_has_a_circle_that_is_larger_than_it_may_be() {
    for (package, room, largest) in LARGEST {
        let circles = Package::read(&root().join(package)).circles(room);
        let larger: Vec<_> = circles.iter().filter(|circle| circle.len() > largest).collect();
        assert!(larger.is_empty(), "{package}/{room}: {larger:#?}");
    }
}
