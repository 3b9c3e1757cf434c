//! The words of invented countries: their names, the titles of their laws, and sentences such as laws and records have.

use super::random::Random;

const HEADS: &[&str] = &[
    "Al", "Bre", "Cor", "Dal", "El", "Far", "Gal", "Hes", "Ist", "Jor", "Kar", "Lor", "Mar", "Nor", "Ost", "Pel",
    "Quil", "Ras", "Sel", "Tor", "Ul", "Ver", "Wes", "Yar", "Zan",
];
const MIDDLES: &[&str] = &["d", "va", "ni", "mo", "re", "li", "sta", "go", "the", "ra", "bo", "ke", "su", "na"];
const TAILS: &[&str] = &["nia", "via", "land", "mark", "ria", "dor", "stan", "gia", "lia", "ta"];

/// The name of a country.
pub(crate) fn country(random: &mut Random) -> String {
    format!("{}{}{}", random.pick(HEADS), random.pick(MIDDLES), random.pick(TAILS))
}

const THEMES: &[&str] = &[
    "Child Protection",
    "Trafficking in Persons",
    "Penal",
    "Criminal Procedure",
    "Juvenile Justice",
    "Child Labour",
    "Adoption and Care",
    "Immigration",
    "Nationality",
    "Civil Status",
    "Social Welfare",
    "Education",
    "Domestic Violence",
    "Witness Protection",
    "Legal Aid",
    "Police",
    "Labour Migration",
    "Refugees",
    "Health",
    "Local Government",
    "Entertainment Places",
    "Information and Media",
    "Armed Forces",
    "Guardianship",
    "Crime Victims",
];

/// The title of a law and the word for its kind.
pub(crate) fn law(random: &mut Random, number: usize) -> (String, &'static str) {
    let theme = THEMES[number % THEMES.len()];
    let (form, kind) = *random.pick(&[("Act", "act"), ("Code", "code"), ("Law", "act"), ("Ordinance", "decree")]);
    (format!("{theme} {form}"), kind)
}

/// The title of a policy.
pub(crate) fn policy(random: &mut Random, number: usize) -> (String, &'static str) {
    let (form, kind) =
        *random.pick(&[("Plan of Action", "plan"), ("Strategy", "strategy"), ("Guidelines", "guidelines")]);
    (format!("National {form} on {}", THEMES[number % THEMES.len()]), kind)
}

const WHO: &[&str] = &[
    "A child victim",
    "Anyone under eighteen",
    "The ministry in charge of welfare",
    "An officer of the police",
    "The court",
    "Whoever recruits or moves a child",
    "An employer",
    "The head of a centre",
    "A guardian",
    "The national committee",
    "A foreign child without papers",
    "The prosecutor",
    "A village council",
];
const DOES: &[&str] = &[
    "is heard before anything is decided",
    "sees to shelter, food and medical help",
    "is punished by imprisonment and a fine",
    "reports what was found within fifteen days",
    "is not held where adults are held",
    "may ask the court for damages",
    "keeps a register and hands its figures on each year",
    "is told in plain words what will happen next",
    "answers for what its servants did for its gain",
    "asks the office for children to look into the matter",
    "is given a person of trust for the whole of the proceedings",
    "sends the child to the nearest centre",
    "needs a licence, which is withdrawn on a breach",
    "is presumed to be a child until the age is known",
];
const WHEN: &[&str] = &[
    "wherever it was found",
    "whether or not the child agreed",
    "from the first contact to the end of the case",
    "unless the child itself asks otherwise",
    "as far as the budget of the year allows",
    "in the district as well as in the capital",
    "even where the offence was begun abroad",
    "after hearing the office for children",
    "without asking whether it helps the police",
    "and gives its reasons in writing",
    "as the minister orders by regulation",
];

/// A sentence as a law has it.
pub(crate) fn sentence(random: &mut Random) -> String {
    format!("{} {} {}.", random.pick(WHO), random.pick(DOES), random.pick(WHEN))
}

/// One to three sentences.
pub(crate) fn prose(random: &mut Random) -> String {
    let sentences: Vec<String> = (0..random.between(1, 3)).map(|_| sentence(random)).collect();
    sentences.join(" ")
}

const PUBLISHERS: &[&str] =
    &["Official Gazette", "Ministry of Justice", "UNICEF", "ILO", "University Press", "Law Commission"];

/// Who publishes something.
pub(crate) fn publisher(random: &mut Random) -> &'static str {
    random.pick::<&'static str>(PUBLISHERS)
}

/// A body that a law puts in charge.
pub(crate) fn body(random: &mut Random) -> String {
    let what = random.pick(&["Council", "Office", "Committee", "Ministry", "Department"]);
    format!("{what} for {}", random.pick(THEMES))
}

/// A text as part of a name: small letters and hyphens.
pub(crate) fn slug(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
