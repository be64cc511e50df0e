/** The API's address of a sound → our own, which passes it through; null for what is no sound of a practice. */
export function soundPath(audioUrl: string | null | undefined): string | null {
  const [, practiceId, index, part] = /\/api\/sound\/([\w-]+)\/(\d+)\/([\w-]+\.wav)$/.exec(audioUrl ?? "") ?? [];
  return practiceId ? `/sound/${practiceId}/${index}/${part}` : null;
}

/** Replaces the API's addresses of sound in anything that may carry one. */
export function withSoundPath<Carrier extends { audioUrl?: string | null }>(carrier: Carrier): Carrier {
  return { ...carrier, audioUrl: soundPath(carrier.audioUrl) };
}
