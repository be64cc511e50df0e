import type { Config } from "../../../platform/config";

/** What can be heard of a question: itself, then its solution and the answer that was given. */
export type SoundPart = "question" | "solution" | "yours";

export interface SoundPlace {
  practiceId: string;
  index: number;
  part: SoundPart;
}

/** Where the API gives that sound to the practising learner. */
export const soundUrl = ({ apiUrl }: Pick<Config, "apiUrl">, { practiceId, index, part }: SoundPlace): string =>
  `${apiUrl}/api/sound/${practiceId}/${index}/${part}.wav`;
