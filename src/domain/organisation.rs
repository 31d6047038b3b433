//! What kind of organisation a participant speaks for.

use serde::Deserialize;

use super::codes::codes;

codes! {
    /// The kind of an organisation.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum OrganisationType {
        Cluster = "cluster",
        Startup = "startup",
        Sme = "sme",
        Company = "company",
        HigherEducation = "higher_education",
        ResearchOrganisation = "research_organisation",
        PublicAuthority = "public_authority",
        PublicBody = "public_body",
        PublicUtility = "public_utility",
        AssociationOrAgency = "association_or_agency",
        InternationalOrganisation = "international_organisation",
        Investor = "investor",
        #[default]
        Other = "other",
    }
}

impl OrganisationType {
    /// Key of its label in the word catalogue.
    pub fn word(self) -> String {
        format!("organisation-type-{}", self.code().replace('_', "-"))
    }
}
