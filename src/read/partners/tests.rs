use crate::{document::Role, read::read, source::Source};

/// Partners as `name (abbreviation) xN` with a star for affiliated ones.
fn check(text: &str, expected: &[&str]) {
    let document = read(&Source::from_bytes("a", text.as_bytes()));
    let found: Vec<_> = document
        .partners
        .iter()
        .map(|partner| {
            let abbreviation = partner.abbreviation.as_ref().map_or(String::new(), |short| format!(" ({short})"));
            let star = if partner.role == Role::Affiliated { "*" } else { "" };
            format!("{star}{}{abbreviation} x{}", partner.name, partner.spans.len())
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn lists_of_affiliated_parties() {
    check(
        "Begroting 2024\n\nOverzicht verbonden partijen\n\n • Gezondheidsdienst regio Voorbeeldmeer (GDrV)\n • Werk en Kansen Voorbeeldmeer \
         (WKV)\n • V12\n\nDeelprogramma's\n\n • Zorg\n",
        &["*Gezondheidsdienst regio Voorbeeldmeer (GDrV) x1", "*Werk en Kansen Voorbeeldmeer (WKV) x1", "*V12 x1"],
    );
}

#[test]
fn lists_with_a_line_for_each_thing_told() {
    check(
        "Begroting 2024\n\nVerbonden partijen\n\nA. Gemeenschappelijke regelingen\n\n1. Veiligheidsregio Meer (VRM)\n\nBurgemeester \
         (bestuur)\n\n2. Werkbedrijf Meer\n\nWethouder\n",
        &["*Veiligheidsregio Meer (VRM) x1", "*Werkbedrijf Meer x1"],
    );
    check(
        "Begroting 2024\n\nVerbonden partijen\n\nNaam: Werkbedrijf Meer\nPlaats: Meerstad\nBijdrage: € 5\n",
        &["*Werkbedrijf Meer x1"],
    );
    check("Begroting 2024\n\nVerbonden partijen\n\nPartij\tBijdrage 2024\nWerkbedrijf Meer\t500\n", &["*Werkbedrijf Meer x1"]);
}

#[test]
fn an_abbreviation_is_tied_once_and_found_everywhere() {
    check(
        "Zorg\n\nWij zijn lid van de gemeenschappelijke regeling Werk en Kansen Voorbeeldmeer (WKV). WKV helpt mensen, en WKV's team ook.",
        &["*Werk en Kansen Voorbeeldmeer (WKV) x3"],
    );
}

#[test]
fn joint_work_names_partners() {
    check(
        "Zorg\n\nSamen met Woonkracht, Doeners en scholen pakken wij armoede aan. De subsidies gaan naar bijvoorbeeld ZOactief en Lumé.",
        &["Woonkracht x1", "Doeners x1", "ZOactief x1", "Lumé x1"],
    );
    check(
        "Zorg\n\nEen vrijwilliger van Zonnebloempje helpt. Het Steunpunt Ouderen denkt mee.",
        &["Zonnebloempje x1", "Steunpunt Ouderen x1"],
    );
}

#[test]
fn regions_by_what_they_are_joined_to() {
    check("Zorg\n\nIn Voorbeeldmeerverband en met de V12 gemeenten werken wij samen.", &["Voorbeeldmeer x1", "V12 x1"]);
}

#[test]
fn plans_projects_and_topics_are_none() {
    check("Zorg\n\nVia het project ZorgZaam werken wij samen aan Beschermd Wonen (BW). Samen met Kinderopvang lukt dat.", &[]);
    check("Zorg\n\nIn het beleidsplan Samen Sterk staat hoe wij samen met inwoners werken.", &[]);
}

/// The same without the numbers of places.
fn check_names(text: &str, expected: &[&str]) {
    let document = read(&Source::from_bytes("a", text.as_bytes()));
    let shown = |partner: &crate::document::Partner| {
        let abbreviation = partner.abbreviation.as_ref().map_or(String::new(), |short| format!(" ({short})"));
        format!("{}{}{abbreviation}", if partner.role == Role::Affiliated { "*" } else { "" }, partner.name)
    };
    let found: Vec<_> = document.partners.iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn tables_of_affiliated_parties() {
    check_names(
        "Verbonden partijen\nNaam Belang Bijdrage 2024\nWerkzon Sociale werkvoorziening 3.120.400\nGGD Voorbeeldmeer Volksgezondheid 2.210.600\n\
         Veiligheidsregio Voorbeeldmeer Brandweer en rampenbestrijding 900.000\n",
        &["*Werkzon", "*GGD Voorbeeldmeer", "*Veiligheidsregio Voorbeeldmeer"],
    );
    check_names(
        "Verbonden partijen\n\nNaam | Vestigingsplaats | Bijdrage 2024\nZonwerk | Meerstad | 500\nOmgevingsdienst Meer (ODM) | Meerstad | 700\n",
        &["*Zonwerk", "*Omgevingsdienst Meer (ODM)"],
    );
    check_names(
        "Paragraaf verbonden partijen\n\nNaam\n\nVestigingsplaats\n\nBelang\n\nZonwerk\n\nMeerstad\n\nSociale werkvoorziening\n\nVeiligheidsregio \
         Meer\n\nMeerstad\n\nBrandweer\n\nMaanbank\n\nMeerstad\n\nBankier\n\nFinanciering\n\nWij lenen geld.\n",
        &["*Zonwerk", "*Veiligheidsregio Meer", "*Maanbank"],
    );
    check_names(
        "Verbonden partijen\n\nGemeenschappelijke regelingen\nVeiligheidsregio Meer\nWerkzon\nGGD Meer\n\nVennootschappen\nN.V. Zonwater\n",
        &["*Veiligheidsregio Meer", "*Werkzon", "*GGD Meer", "*N.V. Zonwater"],
    );
}

#[test]
fn records_of_affiliated_parties() {
    check_names(
        "Verbonden partijen\n\nNaam: Zonwerk\nVestigingsplaats: Meerstad\n\nNaam: Veiligheidsregio Meer (VRM)\nVestigingsplaats: Meerstad\n",
        &["*Zonwerk", "*Veiligheidsregio Meer (VRM)"],
    );
    check_names(
        "Verbonden partijen\n\nNaam verbonden partij: Recreatieschap Zon en Maan\nDoel: recreatie\n",
        &["*Recreatieschap Zon en Maan"],
    );
}

#[test]
fn sentences_that_list_affiliated_parties() {
    check_names(
        "Verbonden partijen\nVeiligheidsregio Meer (VRM), Omgevingsdienst regio Meer (ODRM) en het Veiligheidshuis.\n\nWat kost het?\n",
        &["*Veiligheidsregio Meer (VRM)", "*Omgevingsdienst regio Meer (ODRM)", "*Veiligheidshuis"],
    );
    check_names(
        "Verbonden partijen\n\nDe gemeente neemt deel in de Veiligheidsregio Meer, de GGD Meer en Werkzon.\n",
        &["*Veiligheidsregio Meer", "*GGD Meer", "*Werkzon"],
    );
    check_names(
        "Verbonden partijen\n\nDe volgende verbonden partijen dragen bij aan dit programma: Werkzon, Afvalzon N.V. en RUD Meer.\n",
        &["*Werkzon", "*Afvalzon N.V.", "*RUD Meer"],
    );
    check_names(
        "Verbonden partijen\n\nVolgens het Besluit begroting en verantwoording (BBV) is een verbonden partij een partij waarin de gemeente \
         een belang heeft. Het algemeen bestuur (AB) en het dagelijks bestuur (DB) besluiten.\n",
        &[],
    );
}

#[test]
fn headings_that_name_a_party_each() {
    let text = "Hier staat een lange tekst over wat deze partij voor de gemeente doet, die zeker meer dan honderdtwintig tekens telt, zodat het \
                een alinea is.";
    check_names(
        &format!(
            "Verbonden partijen / samenwerkingsverbanden\n\nVeiligheidsregio Meer (VRM)\n{text}\n\nZonwerk\nIn Zonwerk werken zes \
                  gemeenten samen. {text}\n\nLokale taken\n{text}\n\nGemeenschappelijke regeling Maandienst\n{text}\n"
        ),
        &["*Veiligheidsregio Meer (VRM)", "*Zonwerk", "*Gemeenschappelijke regeling Maandienst"],
    );
    check_names(
        &format!(
            "Verbonden partijen\n\nVeiligheidsregio Meer\n{text}\n\nOntwikkelingen in het land\n{text}\n\nNieuw beleid\n{text}\n\nStichting \
                  Zonlicht\n{text}\n"
        ),
        &["*Veiligheidsregio Meer", "Stichting Zonlicht"],
    );
}

#[test]
fn site_maps_and_contents() {
    check_names(
        "1. Blz. 1 Begroting 2024\n    1. Blz. 2 Programma 1\n      4. Blz. 12 01.4 Verbonden partijen\n        1. Blz. 13 Regio Voorbeeldmeer\n        \
         2. Blz. 30 Omgevingsdienst Meer (ODM)\n      7. Blz. 31 Financiën\n    2. Blz. 40 Zwembad\n",
        &["*Regio Voorbeeldmeer", "*Omgevingsdienst Meer (ODM)"],
    );
    check_names(
        "Inhoud\n\nParagraaf Verbonden partijen ...... 12\nParagraaf Grondbeleid ...... 14\nFinanciële positie ...... 16\n",
        &[],
    );
    check_names(
        "Programma Zorg\n\nOmschrijving en verbonden partijen\nVerantwoordelijke wethouder\n\nBestaande stad\n\nOverzicht Bestuur\nVoortgang 2024\n",
        &[],
    );
}

#[test]
fn what_stands_among_the_parties_is_none() {
    check_names(
        "Verbonden partijen\n\nDe ramingen voor de verbonden partijen gaan uit van de begrotingen.\n\nBelastingen\n4,9%\n\nOmslagrente\n0%\n",
        &[],
    );
    check_names(
        "Verbonden partijen\n\n- Veiligheidsregio Meer\n- Burgemeester (AB)\n- Stemrecht\n- Bestuurlijk belang\n- het openbaar belang;\n- Totaal\n",
        &["*Veiligheidsregio Meer"],
    );
    check_names(
        "Verbonden partijen\n\n- Regio Noord – Zuid\n- Metropoolregio Noordstad – Zuidstad (MNZ)\n- AVZ – afval\n",
        &["*Regio Noord", "*Metropoolregio Noordstad – Zuidstad (MNZ)", "*AVZ"],
    );
}

#[test]
fn portfolios_name_who_carries_them_out() {
    check_names(
        "Coalitieakkoord 2022-2026\n\nPortefeuilleverdeling\n\nVVD\nMilieu – RUD\nAfval – ABC, DEF\nWerk en inkomen – GHI, Zonwerk/JKL\nFinanciën\nP&O\n\
         Dorpshuis (portefeuille)\nD66\nSport - jeugd\nICT - RID\nRegio Voorbeeldmeer\nPR\n",
        &["RUD", "ABC", "DEF", "GHI", "Zonwerk", "JKL", "RID", "Regio Voorbeeldmeer"],
    );
    check_names("Begroting 2024\n\nMilieu – BTW\nAfval – GFT\n", &[]);
}

#[test]
fn joint_work_in_many_words() {
    for (text, expected) in [
        ("In samenwerking met Zon Wonen bouwen wij huizen.", vec!["Zon Wonen"]),
        ("De samenwerking tussen de boa's van Zonbeheer en landgoed Maanlust groeit.", vec!["Zonbeheer", "landgoed Maanlust"]),
        ("We maken in samenspraak met organisaties als Zon Wonen en Meer Duurzaam plannen.", vec!["Zon Wonen", "Meer Duurzaam"]),
        ("Met Zon Wonen en het waterschap Zon en Maan legden we een dijk aan.", vec!["Zon Wonen", "waterschap Zon en Maan"]),
        (
            "Hieraan werken wij samen met Zonwerk, met de Omgevingsdienst Meer (ODM) en met het Zonfonds.",
            vec!["Zonwerk", "Omgevingsdienst Meer (ODM)", "Zonfonds"],
        ),
        ("De inzameling wordt uitgevoerd door Afvalzon Meer.", vec!["Afvalzon Meer"]),
        ("Bij geweld trekken we op met Zonhulp Meer, de politie en het zorghuis.", vec!["Zonhulp Meer", "politie"]),
        ("Samen met scholen, huisartsen, politie en Stichting Zon pakken we dit aan.", vec!["politie", "Stichting Zon"]),
        ("Wij zijn aandeelhouder van Zonwater N.V. en van Maanbank N.V.", vec!["Zonwater N.V.", "Maanbank N.V."]),
        ("De woningcorporatie Zonhuis renoveert woningen samen met ons.", vec!["Zonhuis"]),
        (
            "Het Centrum voor Jeugd en Gezin werkt samen met de Stichting Dorps- en Tuinwerk.",
            vec!["Centrum voor Jeugd en Gezin", "Stichting Dorps- en Tuinwerk"],
        ),
        (
            "De brandweer valt onder de Veiligheidsregio Meer. In VRM-verband oefenen wij. De Veiligheidsregio Meer (VRM) helpt.",
            vec!["Veiligheidsregio Meer (VRM)"],
        ),
        ("Wij zijn lid van de gemeenschappelijke regeling Zonwerk.", vec!["*Zonwerk"]),
        (
            "Het contract met Dienst Wegen & Water loopt via het Inkoopbureau Meer.",
            vec!["Dienst Wegen & Water", "Inkoopbureau Meer"],
        ),
    ] {
        check_names(&format!("Zorg\n\n{text}"), &expected);
    }
}

#[test]
fn neighbours_count_where_they_work_with_us() {
    check_names("De gemeente Zeist werkt samen met de gemeenten Houten en Soest aan zorg.", &["Houten", "Soest"]);
    check_names("De gemeente Zeist is goedkoper dan Houten en Soest.", &[]);
    check_names("De gemeente Zeist telt meer inwoners dan de gemeenten Houten en Soest.", &[]);
}

#[test]
fn one_partner_however_it_is_written() {
    check(
        "Zorg\n\nDe Veiligheidsregio Meer (VRM) groeit. VRM's begroting stijgt. In VRM-verband oefenen we. De veiligheidsregio meer niet.",
        &["Veiligheidsregio Meer (VRM) x3"],
    );
    check("Zorg\n\nStichting Zonlicht helpt. Samen met Zonlicht bouwen wij.", &["Stichting Zonlicht x2"]);
    check(
        "Zorg\n\nGemeenschappelijke regeling Zonwerk groeit. Wij zijn lid van de gemeenschappelijke regeling Zonwerk.",
        &["*Zonwerk x2"],
    );
    check("Zorg\n\nDe NV Zonbank en Zonbank NV zijn dezelfde bank waarin wij aandeelhouder zijn.", &["NV Zonbank x2"]);
}

#[test]
fn no_partners() {
    for text in [
        "Samen met het Rijk en de VNG maken wij afspraken.",
        "Samen met het ministerie van Zonzaken werken wij hieraan.",
        "De Wet maatschappelijke ondersteuning (WMO) en de omzetbelasting (BTW) veranderen samen.",
        "Samen met huisartsen, corporaties en scholen doen wij dit.",
        "Wij werken samen aan het Uitvoeringsprogramma Zon (UPZ).",
        "Met de app ZonApp en het systeem ZonSys werken wij sneller samen.",
        "Wethouder Jansen werkt samen met inwoners.",
        "De VVD en het CDA dienden samen een motie in.",
        "Met Kerst zijn wij gesloten.",
        "Wij bouwen in de wijk Zonlust samen met bewoners.",
        "De subsidieregeling Zon Samen gaat door.",
        "De bijstand (2024) kost € 5 miljoen (N).",
        "Samen met de raad en het college werken wij aan de Omgevingswet.",
        "Het Algemeen Bestuur (AB) en het Dagelijks Bestuur (DB) van de regeling werken samen.",
        "Een klantcontactcentrum (KCC) is opgericht.",
        "De Vereniging van Nederlandse Gemeenten (VNG) adviseert.",
        "Dit valt onder de Groene Koers en het Klimaatakkoord.",
        "Op 1 Januari begint het Nieuwe Jaar.",
        "Via het Zorgplan en de Woonvisie Meer werken wij samen.",
        "Zon, Maan en Ster zijn namen van straten.",
    ] {
        check_names(&format!("Zorg\n\n{text}"), &[]);
    }
}

#[test]
fn a_short_form_is_the_longer_name_only_where_there_is_one() {
    let list = "Begroting 2024\n\nVerbonden partijen\n\n- Veiligheidsregio\n- Veiligheidsregio Meer\n";
    check_names(list, &["*Veiligheidsregio Meer"]);
    check_names(
        &format!("{list}- Veiligheidsregio Woud\n"),
        &["*Veiligheidsregio", "*Veiligheidsregio Meer", "*Veiligheidsregio Woud"],
    );
}
