//! Damages seeds, again and again, and hands each on. The input number N of a parser is the same on every machine.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Longest input.
const LONGEST: usize = 20_000;
/// Inputs that are tried however little time there is.
const LEAST: u64 = 50;
/// A parser that takes so long for an input of [`LONGEST`] hangs.
const HANGS: Duration = Duration::from_secs(60);
/// Most memory that this process may ever have used, in kB.
const MEMORY: u64 = 3_000_000;

/// A parser under test.
pub struct Parser<'a> {
    /// Folder of its seeds below `tests/fuzz/corpus`.
    pub name: &'a str,
    /// Seeds beside those of the folder.
    pub seeds: Vec<Vec<u8>>,
    /// Words that its inputs are made of.
    pub words: &'a [&'a str],
}

impl Parser<'_> {
    /// Hands damaged seeds on for as long as there is time; `holds` fails if what must hold does not.
    pub fn fuzz(self, holds: impl Fn(&[u8])) {
        let mut seeds = of_folder(&Path::new("tests/fuzz/corpus").join(self.name));
        seeds.extend(self.seeds);
        assert!(!seeds.is_empty(), "no seeds for {}", self.name);
        seeds.iter().for_each(|seed| self::try_one(self.name, None, seed, &holds));
        let seconds = setting("FUZZ_SECONDS").unwrap_or(1);
        let (began, from) = (Instant::now(), setting("FUZZ_FROM").unwrap_or_default());
        let mut number = from;
        while number < from + LEAST || began.elapsed() < Duration::from_secs(seconds) {
            let input = damaged(&seeds, self.words, number);
            try_one(self.name, Some(number), &input, &holds);
            number += 1;
        }
        println!("{}: inputs {from} to {number}", self.name);
        assert!(peak_kb() < MEMORY, "{}: {} kB were used", self.name, peak_kb());
    }
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// The files of a folder, by name.
pub fn of_folder(folder: &Path) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn try_one(name: &str, number: Option<u64>, input: &[u8], holds: &impl Fn(&[u8])) {
    let began = Instant::now();
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| holds(input))) {
        let file = std::env::temp_dir().join(format!("fuzz-{name}"));
        let kept = fs::write(&file, input).map(|()| file.display().to_string());
        eprintln!("{name}: input {number:?} (FUZZ_FROM) fails, {} bytes, kept in {kept:?}", input.len());
        resume_unwind(failure);
    }
    assert!(began.elapsed() < HANGS, "{name}: input {number:?} of {} bytes hangs", input.len());
}

/// The most memory that this process has used (proc_pid_status(5)).
fn peak_kb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// Numbers without a pattern (SplitMix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`; 0 if there is nothing below it.
    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    /// A stretch of a text, mostly a short one.
    fn stretch(&mut self, of: usize) -> std::ops::Range<usize> {
        let from = self.below(of + 1);
        let most = if self.below(4) == 0 { of - from } else { (of - from).min(12) };
        from..from + self.below(most + 1)
    }
}

fn damaged(seeds: &[Vec<u8>], words: &[&str], number: u64) -> Vec<u8> {
    let mut draw = Draw(number);
    let mut input = seeds[draw.below(seeds.len())].clone();
    for _ in 0..=draw.below(6) {
        damage(&mut input, seeds, words, &mut draw);
        input.truncate(LONGEST);
    }
    input
}

fn damage(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str], draw: &mut Draw) {
    let stretch = draw.stretch(input.len());
    match draw.below(9) {
        0 => {
            if let Some(byte) = input.get_mut(stretch.start) {
                *byte ^= 1 << draw.below(8);
            }
        }
        1 => {
            let odd = [0, 0x0a, 0x0d, 0x20, 0x22, 0x2d, 0x3a, 0x3d, 0x7f, 0x80, 0xc3, 0xfe, 0xff];
            let byte = odd[draw.below(odd.len())];
            input.splice(stretch, [byte]);
        }
        2 => drop(input.drain(stretch)),
        3 => {
            let again = input[stretch.clone()].repeat(1 + draw.below(3));
            input.splice(stretch.end..stretch.end, again);
        }
        4 => {
            // Much of one thing.
            let piece = input[stretch.clone()].to_vec();
            let times = if piece.is_empty() { 0 } else { draw.below(LONGEST / piece.len() + 1) };
            input.splice(stretch.end..stretch.end, piece.repeat(times));
        }
        5 | 6 => {
            let word = words.get(draw.below(words.len())).copied().unwrap_or("0");
            input.splice(stretch, word.bytes());
        }
        7 => {
            let other = &seeds[draw.below(seeds.len())];
            let piece = other[draw.stretch(other.len())].to_vec();
            input.splice(stretch, piece);
        }
        _ => change_a_line(input, draw),
    }
}

/// Leaves a line out, or puts it elsewhere.
fn change_a_line(input: &mut Vec<u8>, draw: &mut Draw) {
    let mut lines: Vec<Vec<u8>> = input.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let line = lines.remove(draw.below(lines.len()));
    if draw.below(2) == 0 {
        lines.insert(draw.below(lines.len() + 1), line);
    }
    *input = lines.join(&b'\n');
}
