//! What kind of organisation a participant speaks for.

/// The kind of an organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationType {
    Cluster,
    Startup,
    Sme,
    Company,
    HigherEducation,
    ResearchOrganisation,
    PublicAuthority,
    PublicBody,
    PublicUtility,
    AssociationOrAgency,
    InternationalOrganisation,
    Investor,
    #[default]
    Other,
}

impl OrganisationType {
    /// Every kind, in the order of forms.
    pub const ALL: [OrganisationType; 13] = [
        OrganisationType::Cluster,
        OrganisationType::Startup,
        OrganisationType::Sme,
        OrganisationType::Company,
        OrganisationType::HigherEducation,
        OrganisationType::ResearchOrganisation,
        OrganisationType::PublicAuthority,
        OrganisationType::PublicBody,
        OrganisationType::PublicUtility,
        OrganisationType::AssociationOrAgency,
        OrganisationType::InternationalOrganisation,
        OrganisationType::Investor,
        OrganisationType::Other,
    ];

    /// As stored and in files.
    pub fn code(self) -> &'static str {
        match self {
            OrganisationType::Cluster => "cluster",
            OrganisationType::Startup => "startup",
            OrganisationType::Sme => "sme",
            OrganisationType::Company => "company",
            OrganisationType::HigherEducation => "higher_education",
            OrganisationType::ResearchOrganisation => "research_organisation",
            OrganisationType::PublicAuthority => "public_authority",
            OrganisationType::PublicBody => "public_body",
            OrganisationType::PublicUtility => "public_utility",
            OrganisationType::AssociationOrAgency => "association_or_agency",
            OrganisationType::InternationalOrganisation => "international_organisation",
            OrganisationType::Investor => "investor",
            OrganisationType::Other => "other",
        }
    }

    /// Reads what [`OrganisationType::code`] wrote.
    pub fn parse(code: &str) -> Option<OrganisationType> {
        OrganisationType::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Key of its label in the word catalogue.
    pub fn word(self) -> String {
        format!("organisation-type-{}", self.code().replace('_', "-"))
    }
}
