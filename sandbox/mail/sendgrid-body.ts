/** The body of SendGrid's v3 Mail Send, judged as SendGrid does. Messages and fields are those of its own API. */

export interface SendGridError {
  message: string;
  field: string | null;
  help: string | null;
}

interface Address {
  email: string;
  name?: string;
}

interface Personalization {
  to: Address[];
  cc?: Address[];
  bcc?: Address[];
  subject?: string;
}

export interface MailSendBody {
  personalizations: Personalization[];
  from: Address;
  subject?: string;
  content: { type: string; value: string }[];
  categories?: string[];
  custom_args?: Record<string, string>;
  mail_settings?: { sandbox_mode?: { enable?: boolean } };
}

const HELP = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.";
const EXAMPLES = `e.g. {"email": "example@example.com"} or {"email": "example@example.com", "name": "Example Recipient"}.`;

const complaint = (field: string, message: string): SendGridError => ({ message, field, help: `${HELP}${field.replace(/\.\d+/g, "")}` });

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0;
const isAddress = (value: unknown) => isText(value) && value.length <= 320 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(value);

const MOST_RECIPIENTS = 1000;
const MOST_CATEGORIES = 10;

/** Everything that is wrong with the body; nothing when SendGrid would take it. */
export function complaintsAbout(body: unknown): SendGridError[] {
  if (!isObject(body)) return [{ message: "Bad Request", field: null, help: null }];
  return [
    ...aboutFrom(body.from),
    ...aboutPersonalizations(body.personalizations),
    ...aboutSubject(body),
    ...aboutContent(body.content),
    ...aboutCategories(body.categories),
  ];
}

function aboutFrom(from: unknown): SendGridError[] {
  if (!isObject(from) || !isText(from.email)) {
    return [complaint("from.email", `The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter. ${EXAMPLES}`)];
  }
  return isAddress(from.email) ? [] : [complaint("from.email", "The from email does not contain a valid address.")];
}

function aboutPersonalizations(personalizations: unknown): SendGridError[] {
  if (!Array.isArray(personalizations) || personalizations.length === 0) {
    return [complaint("personalizations", "The personalizations field is required and must have at least one personalization.")];
  }
  if (personalizations.length > MOST_RECIPIENTS) {
    return [complaint("personalizations", `The personalization block is limited to ${MOST_RECIPIENTS} personalizations per API request. You have provided ${personalizations.length} personalizations. Please consider splitting this into multiple requests and resending your request.`)];
  }
  return personalizations.flatMap((one: unknown, index) => aboutRecipients(one, `personalizations.${index}`));
}

function aboutRecipients(personalization: unknown, field: string): SendGridError[] {
  const { to, cc = [], bcc = [] } = isObject(personalization) ? personalization : {};
  if (!Array.isArray(to) || to.length === 0) {
    return [complaint(`${field}.to`, "The to array is required for all personalization objects, and must have at least one email object with a valid email address.")];
  }
  const named = Object.entries({ to, cc, bcc }).flatMap(([kind, list]) => (Array.isArray(list) ? list : [list]).map((item: unknown, index) => ({ kind, item, field: `${field}.${kind}.${index}.email` })));
  const invalid = named.filter(({ item }) => !isObject(item) || !isAddress(item.email)).map(({ field }) => complaint(field, "Does not contain a valid address."));
  return invalid.length > 0 ? invalid : aboutRepetition(named.map(({ kind, item }) => ({ kind, email: (item as unknown as Address).email })), field);
}

function aboutRepetition(recipients: { kind: string; email: string }[], field: string): SendGridError[] {
  const key = ({ email }: { email: string }) => email.toLowerCase();
  const again = recipients.find((one, index) => recipients.findIndex((other) => key(other) === key(one)) < index);
  if (!again) return [];
  return [complaint(field, `Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [${again.email}] in the ${field}.${again.kind} field.`)];
}

function aboutSubject({ subject, personalizations }: Record<string, unknown>): SendGridError[] {
  const everyOneHasIts = Array.isArray(personalizations) && personalizations.length > 0 && personalizations.every((one: unknown) => isObject(one) && isText(one.subject));
  if (isText(subject) || everyOneHasIts) return [];
  return [complaint("subject", "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.")];
}

function aboutContent(content: unknown): SendGridError[] {
  if (!Array.isArray(content) || content.length === 0) {
    return [complaint("content", "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.")];
  }
  const blocks = content.map((block: unknown) => (isObject(block) ? block : {}));
  const empty = blocks.flatMap(({ type, value }, index) => [
    ...(isText(type) ? [] : [complaint(`content.${index}.type`, "The content type must be a string at least one character in length.")]),
    ...(isText(value) ? [] : [complaint(`content.${index}.value`, "The content value must be a string at least one character in length.")]),
  ]);
  const types = blocks.map(({ type }) => type);
  const misplaced = types.includes("text/plain") && types.indexOf("text/plain") > 0;
  return misplaced ? [...empty, complaint("content", "If present, text/plain content must be provided first, followed by text/html.")] : empty;
}

function aboutCategories(categories: unknown): SendGridError[] {
  if (categories === undefined) return [];
  if (Array.isArray(categories) && categories.length <= MOST_CATEGORIES && categories.every(isText)) return [];
  return [complaint("categories", `The category parameter must be an array of strings, limited to ${MOST_CATEGORIES} categories per message.`)];
}
