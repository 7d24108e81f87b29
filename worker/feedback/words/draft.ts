import type { StatementView } from "../contract/statement.ts";

type Draft = Omit<StatementView, "version" | "firstApprovedAt" | "approvedAt">;

/**
 * What the statement says until an administrator has approved one: what is known of the service
 * itself. When it was assessed, and the county's mailbox, are for the county to say.
 */
export const DRAFT: Draft = {
  serviceName: { fi: "Etappi", sv: "Etappi", en: "Etappi" },
  conformance: "partial",
  assessedOn: null,
  assessedHow: {
    fi: "Palvelun tekijän itsearviointi. Jokainen sivu tarkistetaan axe-core-työkalulla vaaleassa ja tummassa teemassa, leveällä näytöllä ja 320 kuvapisteen levyisenä, ja keskeiset tehtävät käydään läpi pelkällä näppäimistöllä. Ruudunlukijoilla palvelua ei ole vielä arvioitu kattavasti.",
    sv: "Självutvärdering av den som har gjort tjänsten. Varje sida kontrolleras med verktyget axe-core i ljust och mörkt tema, på bred skärm och 320 bildpunkter bred, och de viktigaste uppgifterna utförs med enbart tangentbord. Tjänsten har ännu inte utvärderats heltäckande med skärmläsare.",
    en: "Self-assessment by the makers of the service. Every page is checked with axe-core in the light and the dark theme, on a wide screen and 320 pixels wide, and the main tasks are done by keyboard alone. The service has not yet been assessed thoroughly with screen readers.",
  },
  shortcomings: [
    {
      what: {
        fi: "Todenteiksi ja raportteihin liitetyt tiedostot (PDF, Office, kuvat) eivät aina ole saavutettavia.",
        sv: "Filer som bifogats som verifikat och till rapporter (PDF, Office, bilder) är inte alltid tillgängliga.",
        en: "Files that are attached as evidence and to reports (PDF, Office, images) are not always accessible.",
      },
      why: {
        fi: "Tiedostot ovat hankkeiden ja kuntien lisäämiä, eikä palvelu muuta niiden sisältöä.",
        sv: "Filerna läggs till av projekten och kommunerna, och tjänsten ändrar inte deras innehåll.",
        en: "The files are added by projects and municipalities, and the service does not change what is in them.",
      },
      criterion: "WCAG 1.1.1, 1.3.1, 2.4.2, 3.1.1",
      alternative: {
        fi: "Pyydä sisältö tekstinä palautelomakkeella. Kerro hanke ja todenteen nimi.",
        sv: "Be om innehållet som text med responsformuläret. Ange projektet och verifikatets namn.",
        en: "Ask for the content as text with the feedback form. Name the project and the evidence.",
      },
      resolveBy: null,
    },
    {
      what: {
        fi: "Tilannesivun laaja taulukko (kunnat ja välitavoitteet) on työläs käydä läpi ruudunlukijalla ja vierii kapealla näytöllä sivusuunnassa.",
        sv: "Den breda tabellen på lägessidan (kommuner och delmål) är tung att gå igenom med skärmläsare och rullas i sidled på en smal skärm.",
        en: "The wide table on the status page (municipalities and milestones) takes effort with a screen reader and scrolls sideways on a narrow screen.",
      },
      why: {
        fi: "Taulukossa on kaksi ulottuvuutta, joita ei voi esittää yhdessä palstassa merkityksen kärsimättä.",
        sv: "Tabellen har två dimensioner som inte kan visas i en kolumn utan att meningen går förlorad.",
        en: "The table has two dimensions that cannot stand in one column without losing their meaning.",
      },
      criterion: "WCAG 1.3.2",
      alternative: {
        fi: "Sama tieto on luettelona kunnan omalla sivulla sekä CSV- ja Excel-tiedostona.",
        sv: "Samma uppgifter finns som en lista på kommunens egen sida och som CSV- och Excel-fil.",
        en: "The same is a list on each municipality's own page, and a CSV and Excel file.",
      },
      resolveBy: null,
    },
    {
      what: {
        fi: "Hankkeiden sisältö on yleensä vain sillä kielellä, jolla se on kirjoitettu.",
        sv: "Projektens innehåll finns i regel bara på det språk som det har skrivits på.",
        en: "What projects write is mostly in the language in which it was written.",
      },
      why: {
        fi: "Palvelu kääntää omat tekstinsä, mutta ei hankkeiden kirjoittamia.",
        sv: "Tjänsten översätter sina egna texter, men inte dem som projekten har skrivit.",
        en: "The service translates its own texts, and not those that projects write.",
      },
      criterion: "WCAG 3.1.2",
      alternative: {
        fi: "Pyydä käännös tai selitys palautelomakkeella.",
        sv: "Be om en översättning eller förklaring med responsformuläret.",
        en: "Ask for a translation or an explanation with the feedback form.",
      },
      resolveBy: null,
    },
    {
      what: {
        fi: "Palvelu toimii vain, kun selaimessa on JavaScript käytössä.",
        sv: "Tjänsten fungerar bara när JavaScript är på i webbläsaren.",
        en: "The service works only with JavaScript in the browser.",
      },
      why: {
        fi: "Sivut kootaan selaimessa.",
        sv: "Sidorna sätts ihop i webbläsaren.",
        en: "The pages are put together in the browser.",
      },
      criterion: "",
      alternative: {
        fi: "Pyydä tiedot tekstinä tai taulukkona alla olevasta osoitteesta.",
        sv: "Be om uppgifterna som text eller tabell på adressen nedan.",
        en: "Ask for the information as text or a table at the address below.",
      },
      resolveBy: null,
    },
  ],
  otherwise: {
    fi: "Kerro palautelomakkeella, mitä tarvitset: lähetämme tiedon tekstinä, taulukkona tai muussa muodossa, josta sovimme kanssasi.",
    sv: "Berätta i responsformuläret vad du behöver: vi sänder informationen som text, som tabell eller i en annan form som vi kommer överens om med dig.",
    en: "Tell us with the feedback form what you need: we send the information as text, as a table or in another form that we agree on with you.",
  },
  contactEmail: null,
  authority: {
    name: {
      fi: "Liikenne- ja viestintävirasto Traficom, saavutettavuuden valvonta",
      sv: "Transport- och kommunikationsverket Traficom, tillgänglighetstillsynen",
      en: "Finnish Transport and Communications Agency Traficom, accessibility supervision",
    },
    url: {
      fi: "https://www.saavutettavuusvaatimukset.fi/",
      sv: "https://www.tillganglighetskrav.fi/",
      en: "https://www.webaccessibility.fi/",
    },
    contact: {
      fi: "Puhelinvaihde 029 534 5000",
      sv: "Telefonväxel 029 534 5000",
      en: "Telephone exchange +358 29 534 5000",
    },
  },
};
