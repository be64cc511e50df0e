export interface TrackCount {
  id: string;
  title: string;
  free: number;
  all: number;
}

/** How many levels of each track are free, and how many there are. */
export function countLevels(tracks: readonly { id: string; title: string; levels: readonly { plan: "FREE" | "PREMIUM" }[] }[]): TrackCount[] {
  return tracks.map(({ id, title, levels }) => ({ id, title, free: levels.filter(({ plan }) => plan === "FREE").length, all: levels.length }));
}

/** What is free and what premium adds, track by track. */
export function Comparison({ tracks }: { tracks: readonly TrackCount[] }) {
  const sum = (of: "free" | "all") => tracks.reduce((total, track) => total + track[of], 0);
  return (
    <table className="comparison">
      <caption className="visually-hidden">Levels of each track</caption>
      <thead>
        <tr><th scope="col">Levels</th><th scope="col">Free</th><th scope="col">Premium</th></tr>
      </thead>
      <tbody>
        {tracks.map(({ id, title, free, all }) => (
          <tr key={id}><th scope="row">{title}</th><td>{free === 0 ? "none" : free}</td><td>all {all}</td></tr>
        ))}
      </tbody>
      <tfoot>
        <tr><th scope="row">Together</th><td>{sum("free")}</td><td>{sum("all")}</td></tr>
      </tfoot>
    </table>
  );
}
