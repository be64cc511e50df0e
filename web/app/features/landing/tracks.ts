export interface TrackWords {
  title: string;
  what: string;
  by: "ear" | "eye";
}

/** The tracks in teaching order, as the start page tells of them; titles as the curriculum has them. */
export const TRACKS: readonly TrackWords[] = [
  { title: "Note reading", what: "Name notes at sight, from three landmarks on one staff to every clef.", by: "eye" },
  { title: "Key signatures", what: "Know every major and minor key by its sharps and flats.", by: "eye" },
  { title: "Degrees of the scale", what: "Hear where a note stands in its key, and where it wants to go.", by: "ear" },
  { title: "Intervals", what: "Tell the distance between two notes, up, down and together.", by: "ear" },
  { title: "Chords", what: "Major from minor, then inversions, sevenths and ninths.", by: "ear" },
  { title: "Scales and modes", what: "Recognise a scale by the sound of its steps.", by: "ear" },
  { title: "Rhythm", what: "Hear two bars and write them down, from quarter notes to uneven metres.", by: "ear" },
];
