//! What a browser says it is, as people call it.

/// Marks of browsers: the first that is found names it, since most say that they are others too.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 6] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The names of browser and system that are known, such as `Firefox, Windows`; empty if neither is.
pub fn browser_name(told: &str) -> String {
    let find =
        |marks: &[(&str, &'static str)]| marks.iter().find(|(mark, _)| told.contains(mark)).map(|one| one.1);
    let found = [find(&BROWSERS), find(&SYSTEMS)];
    found.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
