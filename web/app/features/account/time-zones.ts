/** The time zones to choose from, by region; the one in use is among them even if this Node doesn't list it. */
export function timeZonesByRegion(current: string): { region: string; zones: string[] }[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", current]);
  const regions = new Map<string, string[]>();
  for (const zone of [...names].sort()) {
    const region = zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "General";
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}

/** "America/Argentina/Buenos_Aires" → "Argentina, Buenos Aires": a name to read, under its region's heading. */
export function zoneName(zone: string): string {
  const [region = "", ...rest] = zone.split("/");
  return (rest.length > 0 ? rest : [region]).join(", ").replaceAll("_", " ");
}
