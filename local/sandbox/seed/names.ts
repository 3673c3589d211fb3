/** Words for fictional people and companies. Email addresses are at example.com, phone numbers in the 555-01xx range. */

export const FIRST_NAMES = [
  "Ada", "Amir", "Bianca", "Caleb", "Carmen", "Dana", "Darius", "Elena", "Elias", "Farah", "Felix", "Grace", "Hana", "Hugo",
  "Imani", "Isaac", "Jade", "Jonas", "Kara", "Kofi", "Lena", "Liam", "Mara", "Mateo", "Nadia", "Noah", "Olive", "Omar",
  "Paloma", "Quinn", "Rafael", "Rosa", "Samir", "Selma", "Theo", "Tessa", "Uma", "Victor", "Wren", "Yara",
];
export const LAST_NAMES = [
  "Abbott", "Alvarez", "Bauer", "Bishop", "Castillo", "Chandra", "Dalton", "Duarte", "Ellison", "Farrow", "Fujita", "Garrett",
  "Haddad", "Holloway", "Ibarra", "Jansen", "Kaplan", "Keller", "Lindqvist", "Lowell", "Mbeki", "Merritt", "Nakamura",
  "Novak", "Okafor", "Oakley", "Pereira", "Prescott", "Quigley", "Ramsey", "Rossi", "Santos", "Sinclair", "Tanaka",
  "Thorne", "Underhill", "Vance", "Whitlock", "Yates", "Zimmer",
];
export const BUSINESS_NAMES = [
  "Harborview Dental", "Maple & Main Realty", "Northgate Fitness", "Bluebird Roofing", "Cedar Lane Veterinary",
  "Sunrise Yoga Studio", "Ironwood Plumbing", "Lakeside Orthodontics",
];
export const CITIES: readonly [city: string, state: string, postalCode: string][] = [
  ["New York", "NY", "10001"], ["Boston", "MA", "02108"], ["Philadelphia", "PA", "19103"], ["Newark", "NJ", "07102"],
  ["Hartford", "CT", "06103"], ["Albany", "NY", "12207"], ["Providence", "RI", "02903"], ["Baltimore", "MD", "21201"],
];
export const STREETS = ["Maple Street", "Oak Avenue", "Harbor Road", "Chestnut Lane", "Mill Street", "Park Avenue", "River Road"];
export const TAGS = ["new lead", "newsletter", "vip", "follow-up", "webinar", "referral", "trial", "customer"];
export const SOURCES = ["Website form", "Facebook ad", "Referral", "Trade show", "Google search", "Walk-in"];
export const TASK_TITLES = ["Call back", "Send the proposal", "Confirm the appointment", "Ask for a review", "Check the invoice"];
export const NOTE_BODIES = [
  "Prefers calls in the morning.", "Asked for the spring price list.", "Met at the open house, wants a second visit.",
  "Referred by a neighbour.", "Needs the offer in writing before Friday.",
];
