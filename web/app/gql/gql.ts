/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Visitor {\n    me {\n      id\n      email\n    }\n  }\n": typeof types.VisitorDocument,
    "\n  mutation DeleteMyAccount($password: String!) {\n    deleteMyAccount(password: $password)\n  }\n": typeof types.DeleteMyAccountDocument,
    "\n  mutation RequestEmailChange($newEmail: String!, $password: String!) {\n    requestEmailChange(newEmail: $newEmail, password: $password)\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Account {\n    me {\n      id\n      email\n      pendingEmail\n      name\n      timeZone\n      newsletterOptIn\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      id\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation SetNewsletterOptIn($optIn: Boolean!) {\n    setNewsletterOptIn(optIn: $optIn) {\n      id\n    }\n  }\n": typeof types.SetNewsletterOptInDocument,
    "\n  mutation ExportMyData {\n    exportMyData {\n      url\n      expiresAt\n    }\n  }\n": typeof types.ExportMyDataDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n": typeof types.LogoutEverywhereDocument,
    "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email)\n  }\n": typeof types.ResendVerificationDocument,
    "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token)\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  query Dashboard {\n    me {\n      name\n      timeZone\n      plan\n      stats {\n        practices\n        answers\n        accuracy\n        currentStreakDays\n        longestStreakDays\n        levelsCompleted\n        practisedToday\n      }\n      progress {\n        id\n        score\n        completed\n        stars\n        updatedAt\n        level {\n          id\n          title\n        }\n      }\n    }\n    openPractice {\n      id\n      answered\n      questionCount\n      level {\n        id\n        title\n      }\n    }\n    suggestedLevel {\n      id\n      title\n      description\n      kind\n      questionCount\n    }\n    tracks {\n      id\n      title\n      levels {\n        id\n        title\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": typeof types.DashboardDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation StartPractice($levelId: ID!) {\n    startPractice(levelId: $levelId) {\n      id\n    }\n  }\n": typeof types.StartPracticeDocument,
    "\n  query Levels {\n    me {\n      plan\n    }\n    suggestedLevel {\n      id\n    }\n    tracks {\n      id\n      title\n      description\n      levels {\n        id\n        title\n        description\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": typeof types.LevelsDocument,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation Logout {\n    logout\n  }\n": typeof types.LogoutDocument,
    "\n  query PracticeResult($id: ID!) {\n    practice(id: $id) {\n      level {\n        id\n        title\n        passScore\n      }\n      result {\n        passed\n        score\n        stars\n        correct\n        questionCount\n        newBest\n        progress {\n          attempts\n        }\n        nextLevel {\n          id\n          title\n          unlocked\n        }\n        stats {\n          currentStreakDays\n          practisedToday\n        }\n        mistakes {\n          index\n          prompt\n          given\n          explanation\n          solution {\n            choices\n            text\n            notation\n            audioUrl\n          }\n        }\n      }\n    }\n  }\n": typeof types.PracticeResultDocument,
    "\n  query Practice($id: ID!) {\n    practice(id: $id) {\n      status\n      questionCount\n      answered\n      level {\n        id\n        title\n        timeLimitMs\n      }\n    }\n  }\n": typeof types.PracticeDocument,
    "\n  query NextQuestion($id: ID!) {\n    practice(id: $id) {\n      answered\n      nextQuestion {\n        ...Asked\n      }\n    }\n  }\n\n  fragment Asked on Question {\n    index\n    kind\n    prompt\n    notation\n    audioUrl\n    timeLimitMs\n    answerForm\n    answerLength\n    choices {\n      id\n      label\n      notation\n    }\n  }\n": typeof types.NextQuestionDocument,
    "\n  mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {\n    answerQuestion(input: $input) {\n      correct\n      credit\n      inTime\n      explanation\n      solution {\n        ...AnswerShown\n      }\n      given {\n        ...AnswerShown\n      }\n      practice {\n        answered\n        nextQuestion @include(if: $ahead) {\n          ...Asked\n        }\n      }\n    }\n  }\n\n  fragment AnswerShown on Solution {\n    choices\n    text\n    notation\n    audioUrl\n  }\n": typeof types.AnswerQuestionDocument,
    "\n  mutation SaveProgress($practiceId: ID!) {\n    saveProgress(practiceId: $practiceId) {\n      passed\n    }\n  }\n": typeof types.SaveProgressDocument,
    "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      message\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token)\n  }\n": typeof types.UndoEmailChangeDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.VerifyEmailDocument,
    "\n  mutation SetFirstTimeZone($timeZone: String!) {\n    updateProfile(input: { timeZone: $timeZone }) {\n      id\n    }\n  }\n": typeof types.SetFirstTimeZoneDocument,
};
const documents: Documents = {
    "\n  query Visitor {\n    me {\n      id\n      email\n    }\n  }\n": types.VisitorDocument,
    "\n  mutation DeleteMyAccount($password: String!) {\n    deleteMyAccount(password: $password)\n  }\n": types.DeleteMyAccountDocument,
    "\n  mutation RequestEmailChange($newEmail: String!, $password: String!) {\n    requestEmailChange(newEmail: $newEmail, password: $password)\n  }\n": types.RequestEmailChangeDocument,
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": types.ChangePasswordDocument,
    "\n  query Account {\n    me {\n      id\n      email\n      pendingEmail\n      name\n      timeZone\n      newsletterOptIn\n    }\n  }\n": types.AccountDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      id\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation SetNewsletterOptIn($optIn: Boolean!) {\n    setNewsletterOptIn(optIn: $optIn) {\n      id\n    }\n  }\n": types.SetNewsletterOptInDocument,
    "\n  mutation ExportMyData {\n    exportMyData {\n      url\n      expiresAt\n    }\n  }\n": types.ExportMyDataDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n": types.LogoutEverywhereDocument,
    "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email)\n  }\n": types.ResendVerificationDocument,
    "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token)\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  query Dashboard {\n    me {\n      name\n      timeZone\n      plan\n      stats {\n        practices\n        answers\n        accuracy\n        currentStreakDays\n        longestStreakDays\n        levelsCompleted\n        practisedToday\n      }\n      progress {\n        id\n        score\n        completed\n        stars\n        updatedAt\n        level {\n          id\n          title\n        }\n      }\n    }\n    openPractice {\n      id\n      answered\n      questionCount\n      level {\n        id\n        title\n      }\n    }\n    suggestedLevel {\n      id\n      title\n      description\n      kind\n      questionCount\n    }\n    tracks {\n      id\n      title\n      levels {\n        id\n        title\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": types.DashboardDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation StartPractice($levelId: ID!) {\n    startPractice(levelId: $levelId) {\n      id\n    }\n  }\n": types.StartPracticeDocument,
    "\n  query Levels {\n    me {\n      plan\n    }\n    suggestedLevel {\n      id\n    }\n    tracks {\n      id\n      title\n      description\n      levels {\n        id\n        title\n        description\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": types.LevelsDocument,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": types.LoginDocument,
    "\n  mutation Logout {\n    logout\n  }\n": types.LogoutDocument,
    "\n  query PracticeResult($id: ID!) {\n    practice(id: $id) {\n      level {\n        id\n        title\n        passScore\n      }\n      result {\n        passed\n        score\n        stars\n        correct\n        questionCount\n        newBest\n        progress {\n          attempts\n        }\n        nextLevel {\n          id\n          title\n          unlocked\n        }\n        stats {\n          currentStreakDays\n          practisedToday\n        }\n        mistakes {\n          index\n          prompt\n          given\n          explanation\n          solution {\n            choices\n            text\n            notation\n            audioUrl\n          }\n        }\n      }\n    }\n  }\n": types.PracticeResultDocument,
    "\n  query Practice($id: ID!) {\n    practice(id: $id) {\n      status\n      questionCount\n      answered\n      level {\n        id\n        title\n        timeLimitMs\n      }\n    }\n  }\n": types.PracticeDocument,
    "\n  query NextQuestion($id: ID!) {\n    practice(id: $id) {\n      answered\n      nextQuestion {\n        ...Asked\n      }\n    }\n  }\n\n  fragment Asked on Question {\n    index\n    kind\n    prompt\n    notation\n    audioUrl\n    timeLimitMs\n    answerForm\n    answerLength\n    choices {\n      id\n      label\n      notation\n    }\n  }\n": types.NextQuestionDocument,
    "\n  mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {\n    answerQuestion(input: $input) {\n      correct\n      credit\n      inTime\n      explanation\n      solution {\n        ...AnswerShown\n      }\n      given {\n        ...AnswerShown\n      }\n      practice {\n        answered\n        nextQuestion @include(if: $ahead) {\n          ...Asked\n        }\n      }\n    }\n  }\n\n  fragment AnswerShown on Solution {\n    choices\n    text\n    notation\n    audioUrl\n  }\n": types.AnswerQuestionDocument,
    "\n  mutation SaveProgress($practiceId: ID!) {\n    saveProgress(practiceId: $practiceId) {\n      passed\n    }\n  }\n": types.SaveProgressDocument,
    "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n": types.ResetPasswordDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      message\n    }\n  }\n": types.RegisterDocument,
    "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token)\n  }\n": types.UndoEmailChangeDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      user {\n        id\n      }\n    }\n  }\n": types.VerifyEmailDocument,
    "\n  mutation SetFirstTimeZone($timeZone: String!) {\n    updateProfile(input: { timeZone: $timeZone }) {\n      id\n    }\n  }\n": types.SetFirstTimeZoneDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Visitor {\n    me {\n      id\n      email\n    }\n  }\n"): typeof import('./graphql').VisitorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteMyAccount($password: String!) {\n    deleteMyAccount(password: $password)\n  }\n"): typeof import('./graphql').DeleteMyAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestEmailChange($newEmail: String!, $password: String!) {\n    requestEmailChange(newEmail: $newEmail, password: $password)\n  }\n"): typeof import('./graphql').RequestEmailChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"): typeof import('./graphql').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    me {\n      id\n      email\n      pendingEmail\n      name\n      timeZone\n      newsletterOptIn\n    }\n  }\n"): typeof import('./graphql').AccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql').UpdateProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNewsletterOptIn($optIn: Boolean!) {\n    setNewsletterOptIn(optIn: $optIn) {\n      id\n    }\n  }\n"): typeof import('./graphql').SetNewsletterOptInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportMyData {\n    exportMyData {\n      url\n      expiresAt\n    }\n  }\n"): typeof import('./graphql').ExportMyDataDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n"): typeof import('./graphql').LogoutEverywhereDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email)\n  }\n"): typeof import('./graphql').ResendVerificationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token)\n  }\n"): typeof import('./graphql').ConfirmEmailChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Dashboard {\n    me {\n      name\n      timeZone\n      plan\n      stats {\n        practices\n        answers\n        accuracy\n        currentStreakDays\n        longestStreakDays\n        levelsCompleted\n        practisedToday\n      }\n      progress {\n        id\n        score\n        completed\n        stars\n        updatedAt\n        level {\n          id\n          title\n        }\n      }\n    }\n    openPractice {\n      id\n      answered\n      questionCount\n      level {\n        id\n        title\n      }\n    }\n    suggestedLevel {\n      id\n      title\n      description\n      kind\n      questionCount\n    }\n    tracks {\n      id\n      title\n      levels {\n        id\n        title\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DashboardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n"): typeof import('./graphql').RequestPasswordResetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPractice($levelId: ID!) {\n    startPractice(levelId: $levelId) {\n      id\n    }\n  }\n"): typeof import('./graphql').StartPracticeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Levels {\n    me {\n      plan\n    }\n    suggestedLevel {\n      id\n    }\n    tracks {\n      id\n      title\n      description\n      levels {\n        id\n        title\n        description\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LevelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql').LoginDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout {\n    logout\n  }\n"): typeof import('./graphql').LogoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PracticeResult($id: ID!) {\n    practice(id: $id) {\n      level {\n        id\n        title\n        passScore\n      }\n      result {\n        passed\n        score\n        stars\n        correct\n        questionCount\n        newBest\n        progress {\n          attempts\n        }\n        nextLevel {\n          id\n          title\n          unlocked\n        }\n        stats {\n          currentStreakDays\n          practisedToday\n        }\n        mistakes {\n          index\n          prompt\n          given\n          explanation\n          solution {\n            choices\n            text\n            notation\n            audioUrl\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PracticeResultDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Practice($id: ID!) {\n    practice(id: $id) {\n      status\n      questionCount\n      answered\n      level {\n        id\n        title\n        timeLimitMs\n      }\n    }\n  }\n"): typeof import('./graphql').PracticeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NextQuestion($id: ID!) {\n    practice(id: $id) {\n      answered\n      nextQuestion {\n        ...Asked\n      }\n    }\n  }\n\n  fragment Asked on Question {\n    index\n    kind\n    prompt\n    notation\n    audioUrl\n    timeLimitMs\n    answerForm\n    answerLength\n    choices {\n      id\n      label\n      notation\n    }\n  }\n"): typeof import('./graphql').NextQuestionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {\n    answerQuestion(input: $input) {\n      correct\n      credit\n      inTime\n      explanation\n      solution {\n        ...AnswerShown\n      }\n      given {\n        ...AnswerShown\n      }\n      practice {\n        answered\n        nextQuestion @include(if: $ahead) {\n          ...Asked\n        }\n      }\n    }\n  }\n\n  fragment AnswerShown on Solution {\n    choices\n    text\n    notation\n    audioUrl\n  }\n"): typeof import('./graphql').AnswerQuestionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveProgress($practiceId: ID!) {\n    saveProgress(practiceId: $practiceId) {\n      passed\n    }\n  }\n"): typeof import('./graphql').SaveProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n"): typeof import('./graphql').ResetPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      message\n    }\n  }\n"): typeof import('./graphql').RegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token)\n  }\n"): typeof import('./graphql').UndoEmailChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      user {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql').VerifyEmailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetFirstTimeZone($timeZone: String!) {\n    updateProfile(input: { timeZone: $timeZone }) {\n      id\n    }\n  }\n"): typeof import('./graphql').SetFirstTimeZoneDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
