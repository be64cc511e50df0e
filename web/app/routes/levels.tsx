import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Banner } from "../features/billing/banner";
import { bannerFor } from "../features/billing/buyer.server";
import { TrackSection } from "../features/learning-path/track-section";
import stylesheet from "../features/learning-path/learning-path.css?url";
import { graphql } from "../gql";
import { api } from "../lib/api.server";
import { titled } from "../lib/title";
import { Page } from "../ui/page";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction = () => titled("Levels");

export async function loader({ context }: LoaderFunctionArgs) {
  const { me, tracks, suggestedLevel } = await api(context, LevelsDocument);
  return { banner: me ? bannerFor(me) : null, plan: me?.plan ?? "FREE", tracks, nextId: suggestedLevel?.id ?? null };
}

export default function Levels() {
  const { banner, plan, tracks, nextId } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const wanted = search.get("track") ?? tracks.find((track) => track.levels.some((level) => level.id === nextId))?.id ?? tracks[0]?.id;
  return (
    <Page title="Levels" lead="Each note is a level: filled when you passed it, hollow when it is open to you." width="prose">
      <Banner banner={banner} />
      <div className="tracks">
        {tracks.map((track) => <TrackSection key={track.id} track={track} plan={plan} open={track.id === wanted} nextId={nextId} />)}
      </div>
    </Page>
  );
}

const LevelsDocument = graphql(`
  query Levels {
    me {
      ...Buyer
    }
    suggestedLevel {
      id
    }
    tracks {
      id
      title
      description
      levels {
        id
        title
        description
        stage
        plan
        unlocked
        requires {
          id
          title
          progress {
            completed
          }
        }
        progress {
          completed
          stars
          score
        }
      }
    }
  }
`);
