import { Ear, Eye } from "lucide-react";
import { TRACKS } from "./tracks";

const WAYS = { ear: { Icon: Ear, word: "By ear" }, eye: { Icon: Eye, word: "By eye" } };

export function TrackList() {
  return (
    <ul className="tracks">
      {TRACKS.map(({ title, what, by }) => {
        const { Icon, word } = WAYS[by];
        return (
          <li key={title}>
            <h3>{title}</h3>
            <p>{what}</p>
            <p className="track-way"><Icon />{word}</p>
          </li>
        );
      })}
    </ul>
  );
}
