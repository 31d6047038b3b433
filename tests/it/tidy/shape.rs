//! What can be read at once: functions that fit a screen, few parameters, files with one purpose.

use std::path::PathBuf;

use syn::visit::{self, Visit};

use super::{files, read, root};

/// The most lines of a function, from its name to its end.
const LINES: usize = 60;
/// The most parameters of a function, `self` among them.
const PARAMETERS: usize = 6;
/// The most lines of a file.
const FILE_LINES: usize = 420;
/// Functions that are tables of data: a row for each thing, and nothing else.
const TABLES: [&str; 1] = ["matching/src/scoring/weights.rs: info"];

/// A function as it is written.
struct Function {
    name: String,
    lines: usize,
    parameters: usize,
}

/// Finds every function of a file, those inside others too.
#[derive(Default)]
struct Functions(Vec<Function>);

impl Functions {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let (start, end) = (signature.fn_token.span.start(), block.brace_token.span.close().end());
        let lines = end.line + 1 - start.line;
        let name = signature.ident.to_string();
        self.0.push(Function { name, lines, parameters: signature.inputs.len() });
    }
}

impl<'a> Visit<'a> for Functions {
    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

fn sources() -> Vec<(String, PathBuf)> {
    let folders = ["src", "matching/src"].map(|folder| root().join(folder));
    let name = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
    folders.iter().flat_map(|folder| files(folder, ".rs")).map(|path| (name(&path), path)).collect()
}

fn functions() -> Vec<(String, usize, usize)> {
    let mut all = Vec::new();
    for (file, path) in sources() {
        let parsed = syn::parse_file(&read(&path)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut functions = Functions::default();
        functions.visit_file(&parsed);
        all.extend(
            functions.0.into_iter().map(|one| (format!("{file}: {}", one.name), one.lines, one.parameters)),
        );
    }
    all
}

#[test]
fn every_function_can_be_read_at_once() {
    let too_long = |(name, lines, parameters): &(String, usize, usize)| {
        let is_table = TABLES.contains(&name.as_str());
        (*lines > LINES && !is_table) || *parameters > PARAMETERS
    };
    let found: Vec<_> = functions().into_iter().filter(too_long).collect();
    assert!(found.is_empty(), "lines, parameters: {found:#?}");
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let mut all = sources();
    let tests = ["tests/it", "matching/tests"].map(|folder| root().join(folder));
    let name = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
    all.extend(tests.iter().flat_map(|folder| files(folder, ".rs")).map(|path| (name(&path), path)));
    let lines = |path: &PathBuf| read(path).lines().count();
    // The schema is written by diesel's command.
    let found: Vec<_> = all
        .iter()
        .filter(|(file, path)| !file.ends_with("schema.rs") && lines(path) > FILE_LINES)
        .map(|(file, path)| format!("{file}: {} lines", lines(path)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
