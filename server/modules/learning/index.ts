/**
 * Learning: what can be practised, practising it, and what a learner has reached. Questions follow from a secret and
 * the practice's id, never leave the server with their answers, and are graded here alone; a finished practice counts
 * once, with everything that follows from it in one transaction. Sound is for the practising learner only.
 */
import { PracticeResolver } from "./practice/practice.resolver";
import { ResultFieldsResolver } from "./result/result-fields.resolver";
import { LevelsResolver, ProgressFieldsResolver } from "./progress/levels.resolver";
import { UserLearningResolver } from "./progress/user-fields.resolver";

export { exportLearning } from "./practice/export.store";
export { practiceSound } from "./sound/practice-sound";
export { progressOf } from "./progress/progress.store";
export { statsOf } from "./progress/stats.store";

export const learningResolvers = [LevelsResolver, ProgressFieldsResolver, PracticeResolver, ResultFieldsResolver, UserLearningResolver];
