//! A page as a person reads it: title, headings, text, links, forms with their labels.

use scraper::{ElementRef, Html, Selector};

/// A page that a server gave.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub status: u16,
    /// Path and query at which it was found, after redirects.
    pub path: String,
    pub headers: Vec<(String, String)>,
    /// The answer as it came.
    pub bytes: Vec<u8>,
    pub html: String,
    pub title: String,
    /// What stands on it, without the markup.
    pub text: String,
    pub lang: String,
    pub forms: Vec<Form>,
    /// Text and address of each link.
    pub links: Vec<(String, String)>,
    /// Entries of the error summary: text and the id they lead to.
    pub summary: Vec<(String, String)>,
    /// Messages at fields: id of the message and its text.
    pub messages: Vec<(String, String)>,
    pub ids: Vec<String>,
    /// Text and address of the buttons that send the form again in another language.
    pub languages: Vec<(String, String)>,
}

/// A form on a page.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub method: String,
    pub action: String,
    pub fields: Vec<Field>,
    /// Text, name and value of each button.
    pub buttons: Vec<(String, String, String)>,
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    pub kind: Kind,
    pub value: String,
    pub label: String,
    /// The legend of the group that it belongs to.
    pub group: String,
    pub described_by: String,
    pub invalid: bool,
    pub autocomplete: String,
    /// Whether it is a radio button: of those with one name, one is on.
    pub one_of: bool,
}

/// What kind of field it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Line,
    /// A checkbox or radio button, and whether it is on.
    Tick(bool),
    /// The texts and values to choose from.
    Choice(Vec<(String, String)>),
    Hidden,
}

impl Page {
    /// Reads what a server answered.
    pub fn read(status: u16, path: String, headers: Vec<(String, String)>, html: String) -> Page {
        // Packed bytes of a file hold any character by chance.
        let is_packed = headers.iter().any(|(_, value)| value.starts_with("application/pdf"));
        assert!(is_packed || !html.contains('⟦'), "{path}: a word is missing: {html}");
        let document = Html::parse_document(&html);
        let root = document.root_element();
        let links = all(root, "a[href]").map(|a| (text(a), attribute(a, "href"))).collect();
        let summary = all(root, ".error-summary a").map(|a| (text(a), attribute(a, "href"))).collect();
        let messages = all(root, "p.error").map(|p| (attribute(p, "id"), text(p))).collect();
        Page {
            status,
            path,
            headers,
            title: all(root, "title").next().map(text).unwrap_or_default(),
            text: all(root, "main").next().map(text).unwrap_or_default(),
            lang: attribute(root, "lang"),
            forms: all(root, "form").map(|form| read_form(root, form)).collect(),
            links,
            summary,
            messages,
            ids: all(root, "[id]").map(|element| attribute(element, "id")).collect(),
            bytes: Vec::new(),
            languages: all(root, "button[form=typed][formaction]")
                .map(|button| (text(button), attribute(button, "formaction")))
                .collect(),
            html,
        }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The address of the link with this text.
    pub fn link(&self, text: &str) -> &str {
        let found = self.links.iter().find(|(label, _)| label.contains(text));
        &found.unwrap_or_else(|| panic!("no link “{text}” at {}: {:?}", self.path, self.links)).1
    }

    /// The field with this label, whatever its form.
    pub fn field(&self, label: &str) -> &Field {
        let mut fields = self.forms.iter().flat_map(|form| &form.fields);
        fields
            .find(|field| field.label == label)
            .unwrap_or_else(|| panic!("no field “{label}” at {}", self.path))
    }
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn all<'a>(root: ElementRef<'a>, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    root.select(&select(selector)).collect::<Vec<_>>().into_iter()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.attr(name).unwrap_or_default().to_string()
}

fn read_form(root: ElementRef<'_>, form: ElementRef<'_>) -> Form {
    let fields = all(form, "input, select, textarea").map(|field| read_field(root, field)).collect();
    let buttons = all(form, "button")
        .map(|button| (text(button), attribute(button, "name"), attribute(button, "value")));
    Form {
        method: attribute(form, "method"),
        action: attribute(form, "action"),
        fields,
        buttons: buttons.collect(),
    }
}

fn read_field(root: ElementRef<'_>, field: ElementRef<'_>) -> Field {
    let id = attribute(field, "id");
    let kind = match (field.value().name(), field.attr("type")) {
        ("select", _) => {
            Kind::Choice(all(field, "option").map(|one| (text(one), attribute(one, "value"))).collect())
        }
        ("input", Some("hidden")) => Kind::Hidden,
        ("input", Some("checkbox" | "radio")) => Kind::Tick(field.attr("checked").is_some()),
        _ => Kind::Line,
    };
    let value = match field.value().name() {
        "select" => {
            all(field, "option[selected]").next().map(|one| attribute(one, "value")).unwrap_or_default()
        }
        // The parser drops the first line break, as browsers do.
        "textarea" => field.text().collect(),
        _ => attribute(field, "value"),
    };
    let around = |name: &str| {
        field.ancestors().filter_map(ElementRef::wrap).find(|ancestor| ancestor.value().name() == name)
    };
    let label = all(root, "label").find(|label| !id.is_empty() && attribute(*label, "for") == id);
    let label = label.or_else(|| around("label")).map(text).unwrap_or_default();
    let group =
        around("fieldset").and_then(|group| all(group, "legend").next()).map(text).unwrap_or_default();
    Field {
        name: attribute(field, "name"),
        kind,
        value,
        label: label.trim_end_matches(" (optional)").to_string(),
        group,
        described_by: attribute(field, "aria-describedby"),
        invalid: field.attr("aria-invalid") == Some("true"),
        autocomplete: attribute(field, "autocomplete"),
        one_of: field.attr("type") == Some("radio"),
    }
}
