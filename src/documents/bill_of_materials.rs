//! The bill of materials of this program: every package that it is built from, as CycloneDX 1.5 (https://cyclonedx.org), made of
//! the Cargo.lock and the Cargo.toml of the build, which are in the program.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

const LOCK: &str = include_str!("../../Cargo.lock");
/// The packages of this tree with their manifests.
const MANIFESTS: [(&str, &str); 2] =
    [(PROGRAM, include_str!("../../Cargo.toml")), ("matching", include_str!("../../matching/Cargo.toml"))];
/// The package that is the program.
const PROGRAM: &str = "rendezvous";

/// A package of the lock file.
#[derive(Debug, Default, Clone)]
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    /// SHA-256 of what the registry gave; none for packages of this tree.
    checksum: &'a str,
    /// `name`, or `name version` where there are several.
    needs: Vec<&'a str>,
}

impl Package<'_> {
    fn purl(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }
}

/// The bill as JSON text, always the same for one build.
pub fn bill_of_materials() -> String {
    let packages = packages(LOCK);
    let built = built_in(&packages);
    let components: Vec<Value> =
        built.values().filter(|package| package.name != PROGRAM).map(component).collect();
    let dependencies: Vec<Value> = built
        .values()
        .map(|package| {
            let needs = package.needs.iter().filter_map(|need| find(&packages, need));
            let needs: BTreeSet<String> =
                needs.map(Package::purl).filter(|purl| built.contains_key(purl)).collect();
            json!({ "ref": package.purl(), "dependsOn": needs })
        })
        .collect();
    let program = built.values().find(|package| package.name == PROGRAM).map(component);
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": program },
        "components": components,
        "dependencies": dependencies,
    });
    format!("{bill:#}")
}

fn component(package: &&Package<'_>) -> Value {
    let kind = if package.name == PROGRAM { "application" } else { "library" };
    let mut component = json!({
        "type": kind,
        "bom-ref": package.purl(),
        "name": package.name,
        "version": package.version,
        "purl": package.purl(),
    });
    if !package.checksum.is_empty() {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": package.checksum }]);
    }
    component
}

/// The packages of a lock file, which cargo writes one field a line.
fn packages(lock: &str) -> Vec<Package<'_>> {
    let block = |block| {
        let mut package = Package::default();
        for line in str::lines(block) {
            let value = || line.split('"').nth(1).unwrap_or_default();
            match line.split(" = ").next().unwrap_or_default() {
                "name" => package.name = value(),
                "version" => package.version = value(),
                "checksum" => package.checksum = value(),
                entry if entry.trim_start().starts_with('"') => package.needs.push(value()),
                _ => {}
            }
        }
        package
    };
    lock.split("[[package]]").skip(1).map(block).collect()
}

fn find<'p, 'a>(packages: &'p [Package<'a>], need: &str) -> Option<&'p Package<'a>> {
    let mut words = need.split(' ');
    let (name, version) = (words.next()?, words.next());
    packages
        .iter()
        .find(|package| package.name == name && version.is_none_or(|version| package.version == version))
}

/// What the program needs, directly and not, by its address; what only the tests of this tree need is left out.
fn built_in<'p, 'a>(packages: &'p [Package<'a>]) -> BTreeMap<String, &'p Package<'a>> {
    let mut found = BTreeMap::new();
    let mut waiting: Vec<&Package<'_>> = find(packages, PROGRAM).into_iter().collect();
    while let Some(package) = waiting.pop() {
        if found.insert(package.purl(), package).is_some() {
            continue;
        }
        let manifest = MANIFESTS.iter().find(|(name, _)| *name == package.name);
        let left_out = manifest.map(|(_, manifest)| for_tests(manifest)).unwrap_or_default();
        let needs = package
            .needs
            .iter()
            .filter(|need| !left_out.contains(need.split(' ').next().unwrap_or_default()));
        waiting.extend(needs.filter_map(|need| find(packages, need)));
    }
    found
}

/// The names below `[dev-dependencies]` that do not stand below `[dependencies]` too.
fn for_tests(manifest: &str) -> BTreeSet<&str> {
    let below = |heading: &str| -> BTreeSet<&str> {
        let part = manifest.split(heading).nth(1).unwrap_or_default().split("\n[").next().unwrap_or_default();
        let entries = part.lines().filter(|line| !line.starts_with('#') && line.contains(" = "));
        entries.filter_map(|line| line.split([' ', '.']).next()).collect()
    };
    let needed = below("\n[dependencies]");
    below("\n[dev-dependencies]").into_iter().filter(|name| !needed.contains(name)).collect()
}
