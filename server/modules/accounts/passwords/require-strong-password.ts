import { badInput } from "../../../platform/refusal";
import { type Judgement, passwordFormProblem, weaknessProblem, wordsAbout } from "./password.rules";

export interface NewPassword {
  password: string;
  /** Where the password stands in the input. */
  field: string;
  about: { email: string; name?: string | null };
}

/** Refuses a new password that has the wrong length or is easy to guess, also by who knows the person, and says why. */
export async function requireStrongPassword({ password, field, about }: NewPassword): Promise<void> {
  const problem = passwordFormProblem(password) ?? weaknessProblem(await judge(password, wordsAbout(about)));
  if (problem) throw badInput(field, problem);
}

/** Judging 72 bytes can take half a second of the event loop; the first 40 characters tell as much in a tenth of it. */
const JUDGED_CHARACTERS = 40;

let judging: Promise<(password: string, words: string[]) => Judgement> | undefined;

async function judge(password: string, words: string[]): Promise<Judgement> {
  judging ??= loadJudge();
  return (await judging)(password, words);
}

/** Loads the dictionaries ahead, so that the first to sign up after a start need not wait for them. */
export const warmUpPasswordJudge = async (): Promise<void> => void (await judge("warm-up", []));

/** The dictionaries are megabytes, so they are loaded when the first password is chosen. */
async function loadJudge() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common"), import("@zxcvbn-ts/language-en")]);
  const { warnings } = english.translations;
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings: { ...warnings, userInputs: "It holds your name, your address or ours." } },
    maxLength: JUDGED_CHARACTERS,
  });
  return (password: string, words: string[]): Judgement => {
    const { score, feedback } = zxcvbn.check(password, words);
    return { score, warning: feedback.warning, suggestions: feedback.suggestions };
  };
}
