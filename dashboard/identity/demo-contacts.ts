/** Contacts whom the demonstration offers: a large municipality and a small, silent one. */
export const DEMO_CONTACTS = [
  { code: "837", name: "Tampere" },
  { code: "250", name: "Kihniö" },
];
