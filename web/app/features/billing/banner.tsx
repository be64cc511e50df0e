import { Notice } from "../../ui/notice";
import type { BannerWords } from "./wording/standing-words";

/** What a learner must know of their premium, above the page; nothing when there is nothing. */
export function Banner({ banner }: { banner: BannerWords | null }) {
  if (!banner) return null;
  return (
    <div className="banner">
      <Notice kind={banner.kind}>{banner.text} <a href={banner.link.to}>{banner.link.words}</a></Notice>
    </div>
  );
}
