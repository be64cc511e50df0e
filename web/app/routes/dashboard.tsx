import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { Banner } from "../features/billing/banner";
import { bannerFor } from "../features/billing/buyer.server";
import { dayOf, greeting, streakWords } from "../features/learning-path/greeting";
import stylesheet from "../features/learning-path/learning-path.css?url";
import { levelState } from "../features/learning-path/level-state";
import { NextStep } from "../features/learning-path/next-step";
import { Figures, RecentLevels, Streak, TrackOverview } from "../features/learning-path/overview";
import { fetchEngraver } from "../features/practice/notation/notation";
import { graphql } from "../gql";
import { api } from "../lib/api.server";
import { titled } from "../lib/title";
import { Page } from "../ui/page";

const RECENT = 5;

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction = () => titled("Dashboard");

/** Times of day and dates are said in the learner's own zone, so they are worded here. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { me, tracks, suggestedLevel, openPractice } = await api(context, DashboardDocument);
  if (!me) throw redirect("/login?to=/dashboard");
  const now = new Date();
  const latest = [...me.progress].sort((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt)).slice(0, RECENT);
  return {
    banner: bannerFor(me),
    plan: me.plan,
    title: me.name ? `${greeting(now, me.timeZone)}, ${me.name}` : greeting(now, me.timeZone),
    streak: streakWords({ days: me.stats.currentStreakDays, today: me.stats.practisedToday }),
    stats: me.stats,
    open: openPractice ?? null,
    suggested: suggestedLevel ?? null,
    tracks: tracks.map(({ levels, ...track }) => ({ ...track, states: levels.map((level) => levelState(level, me.plan).kind) })),
    recent: latest.map((progress) => ({ ...progress, day: dayOf(new Date(progress.updatedAt), now, me.timeZone) })),
  };
}

/** While the learner reads, what draws the first question is fetched. */
export default function Dashboard() {
  const { banner, plan, title, streak, stats, open, suggested, tracks, recent } = useLoaderData<typeof loader>();
  const isNew = stats.practices === 0 && !open;
  useEffect(() => void fetchEngraver().catch(() => undefined), []);
  return (
    <Page title={title}>
      <Banner banner={banner} />
      <div className="dashboard">
        <NextStep open={open} suggested={suggested} isNew={isNew} plan={plan} />
        <Streak {...streak} stats={stats} />
        <TrackOverview tracks={tracks} />
        {!isNew && <RecentLevels recent={recent} />}
        {!isNew && <Figures stats={stats} />}
      </div>
    </Page>
  );
}

const DashboardDocument = graphql(`
  query Dashboard {
    me {
      ...Buyer
      name
      stats {
        practices
        answers
        accuracy
        currentStreakDays
        longestStreakDays
        levelsCompleted
        practisedToday
      }
      progress {
        id
        score
        completed
        stars
        updatedAt
        level {
          id
          title
        }
      }
    }
    openPractice {
      id
      answered
      questionCount
      level {
        id
        title
      }
    }
    suggestedLevel {
      id
      title
      description
      kind
      questionCount
    }
    tracks {
      id
      title
      levels {
        id
        title
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
