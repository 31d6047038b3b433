//! Made-up organisations that read like those of a cluster conference.

use rand::RngExt;
use rand::rngs::StdRng;

use super::data::{Coined, Country, Data, Field, Group};
use super::lots::{pick, pick_weighted};
use super::names;
use crate::domain::organisation::OrganisationType;

/// An organisation of the demo.
#[derive(Debug, Clone)]
pub(super) struct Organisation<'d> {
    pub name: String,
    pub kind: OrganisationType,
    pub group: Group,
    pub country: &'d Country,
    pub city: &'d str,
    pub field: &'d Field,
    /// Its mail domain, below a domain reserved for examples.
    pub domain: String,
}

/// Makes up an organisation in a country, or anywhere by the countries' shares.
pub(super) fn organisation<'d>(
    data: &'d Data,
    country: Option<&'d Country>,
    rng: &mut StdRng,
) -> Organisation<'d> {
    let country = country.unwrap_or_else(|| {
        let by_weight = data.countries.iter().map(|country| (country, country.weight));
        pick_weighted(by_weight, rng).unwrap_or(&data.countries[0])
    });
    let groups = data.groups.iter().map(|group| (group, group.share));
    let group = pick_weighted(groups, rng).unwrap_or(&data.groups[0]);
    let kind = pick(&group.kinds, rng).copied().unwrap_or(OrganisationType::Cluster);
    let (city, region) =
        pick(&country.places, rng).map_or(("", ""), |(city, region)| (city.as_str(), region.as_str()));
    let field = &data.topics.fields[rng.random_range(0..data.topics.fields.len())];
    let lang = country.naming_language(city);
    let pattern = pick(data.organisations.patterns(kind, lang), rng).map_or("{n}", String::as_str);
    let name = pattern
        .replace("{f}", field.names.get(lang).map_or("", String::as_str))
        .replace("{r}", region)
        .replace("{c}", city)
        .replace("{n}", &coined(&data.organisations.coined, rng))
        .replace("{l}", &country.legal_form)
        .replace("{v}", &country.association);
    let domain = domain(&name, country, rng);
    Organisation { name, kind, group: group.group, country, city, field, domain }
}

fn coined(halves: &Coined, rng: &mut StdRng) -> String {
    let first = pick(&halves.first, rng).map_or("", String::as_str);
    let last = pick(&halves.last, rng).map_or("", String::as_str);
    format!("{first}{last}")
}

/// A subdomain of `example.org` or `example.com`, which nobody can own (RFC 2606, 3).
fn domain(name: &str, country: &Country, rng: &mut StdRng) -> String {
    let label: String = names::ascii(name).chars().take(40).collect();
    let top = pick(&["org", "com"], rng).copied().unwrap_or("org");
    format!("{}-{}.example.{top}", label.trim_matches('-'), country.code.to_ascii_lowercase())
}
