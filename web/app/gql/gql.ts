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
    "\n  fragment Buyer on User {\n    plan\n    timeZone\n    subscription {\n      status\n      interval\n      unitAmount\n      currency\n      currentPeriodEnd\n      cancelAtPeriodEnd\n      cancelAt\n      trialEnd\n      endedAt\n      pastDueSince\n      accessUntil\n      nextPaymentAt\n      nextPaymentAmount\n      payUrl\n      hasPendingUpdate\n      revokedAt\n      revokeReason\n    }\n  }\n": typeof types.BuyerFragmentDoc,
    "\n  mutation RefreshSubscription {\n    refreshSubscription {\n      ...Buyer\n    }\n  }\n": typeof types.RefreshSubscriptionDocument,
    "\n  query Visitor {\n    me {\n      id\n      email\n    }\n  }\n": typeof types.VisitorDocument,
    "\n  mutation DeleteMyAccount($password: String!) {\n    deleteMyAccount(password: $password)\n  }\n": typeof types.DeleteMyAccountDocument,
    "\n  mutation RequestEmailChange($newEmail: String!, $password: String!) {\n    requestEmailChange(newEmail: $newEmail, password: $password)\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Account {\n    me {\n      id\n      email\n      pendingEmail\n      name\n      timeZone\n      newsletterOptIn\n      plan\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      id\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation SetNewsletterOptIn($optIn: Boolean!) {\n    setNewsletterOptIn(optIn: $optIn) {\n      id\n    }\n  }\n": typeof types.SetNewsletterOptInDocument,
    "\n  mutation ExportMyData {\n    exportMyData {\n      url\n      expiresAt\n    }\n  }\n": typeof types.ExportMyDataDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n": typeof types.LogoutEverywhereDocument,
    "\n  query Cancelling {\n    me {\n      ...Buyer\n    }\n  }\n": typeof types.CancellingDocument,
    "\n  mutation CancelSubscription($reason: String) {\n    cancelSubscription(reason: $reason) {\n      id\n    }\n  }\n": typeof types.CancelSubscriptionDocument,
    "\n  query Changing {\n    me {\n      ...Buyer\n      subscription {\n        price {\n          id\n        }\n      }\n    }\n    prices {\n      id\n      interval\n    }\n  }\n": typeof types.ChangingDocument,
    "\n  query PricesToChangeTo($currency: String!) {\n    prices(currency: $currency) {\n      id\n      interval\n      unitAmount\n      currency\n    }\n  }\n": typeof types.PricesToChangeToDocument,
    "\n  query PricePaid {\n    me {\n      subscription {\n        price {\n          id\n        }\n      }\n    }\n  }\n": typeof types.PricePaidDocument,
    "\n  query PreviewPriceChange($priceId: ID!) {\n    previewPriceChange(priceId: $priceId) {\n      currency\n      amountDue\n      lines {\n        description\n        amount\n      }\n      nextPaymentAt\n      nextPaymentAmount\n      prorationDate\n    }\n  }\n": typeof types.PreviewPriceChangeDocument,
    "\n  mutation ChangeSubscriptionPrice($priceId: ID!, $prorationDate: DateTime) {\n    changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) {\n      id\n    }\n  }\n": typeof types.ChangeSubscriptionPriceDocument,
    "\n  query Welcome {\n    me {\n      ...Buyer\n    }\n  }\n": typeof types.WelcomeDocument,
    "\n  query WantedLevel($id: ID!) {\n    level(id: $id) {\n      id\n      title\n      unlocked\n    }\n  }\n": typeof types.WantedLevelDocument,
    "\n  query Billing($first: Int!, $after: String) {\n    me {\n      ...Buyer\n      subscription {\n        price {\n          id\n        }\n        card {\n          brand\n          last4\n          expMonth\n          expYear\n        }\n      }\n      invoices(first: $first, after: $after) {\n        edges {\n          node {\n            id\n            number\n            amountDue\n            amountPaid\n            amountRefunded\n            currency\n            status\n            hostedUrl\n            pdfUrl\n            createdAt\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.BillingDocument,
    "\n  query Intervals {\n    prices {\n      id\n      interval\n    }\n  }\n": typeof types.IntervalsDocument,
    "\n  mutation ResumeSubscription {\n    resumeSubscription {\n      id\n    }\n  }\n": typeof types.ResumeSubscriptionDocument,
    "\n  mutation CreateCustomerPortalSession($flow: PortalFlow) {\n    createCustomerPortalSession(flow: $flow) {\n      url\n    }\n  }\n": typeof types.CreateCustomerPortalSessionDocument,
    "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email)\n  }\n": typeof types.ResendVerificationDocument,
    "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token)\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  query Dashboard {\n    me {\n      ...Buyer\n      name\n      stats {\n        practices\n        answers\n        accuracy\n        currentStreakDays\n        longestStreakDays\n        levelsCompleted\n        practisedToday\n      }\n      progress {\n        id\n        score\n        completed\n        stars\n        updatedAt\n        level {\n          id\n          title\n        }\n      }\n    }\n    openPractice {\n      id\n      answered\n      questionCount\n      level {\n        id\n        title\n      }\n    }\n    suggestedLevel {\n      id\n      title\n      description\n      kind\n      questionCount\n    }\n    tracks {\n      id\n      title\n      levels {\n        id\n        title\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": typeof types.DashboardDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation StartPractice($levelId: ID!) {\n    startPractice(levelId: $levelId) {\n      id\n    }\n  }\n": typeof types.StartPracticeDocument,
    "\n  query Levels {\n    me {\n      ...Buyer\n    }\n    suggestedLevel {\n      id\n    }\n    tracks {\n      id\n      title\n      description\n      levels {\n        id\n        title\n        description\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": typeof types.LevelsDocument,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation Logout {\n    logout\n  }\n": typeof types.LogoutDocument,
    "\n  query PracticeResult($id: ID!) {\n    practice(id: $id) {\n      level {\n        id\n        title\n        passScore\n      }\n      result {\n        passed\n        score\n        stars\n        correct\n        questionCount\n        newBest\n        progress {\n          attempts\n        }\n        nextLevel {\n          id\n          title\n          unlocked\n        }\n        stats {\n          currentStreakDays\n          practisedToday\n        }\n        mistakes {\n          index\n          prompt\n          given\n          explanation\n          solution {\n            choices\n            text\n            notation\n            audioUrl\n          }\n        }\n      }\n    }\n  }\n": typeof types.PracticeResultDocument,
    "\n  query Practice($id: ID!) {\n    practice(id: $id) {\n      status\n      questionCount\n      answered\n      level {\n        id\n        title\n        timeLimitMs\n      }\n    }\n  }\n": typeof types.PracticeDocument,
    "\n  query NextQuestion($id: ID!) {\n    practice(id: $id) {\n      answered\n      nextQuestion {\n        ...Asked\n      }\n    }\n  }\n\n  fragment Asked on Question {\n    index\n    kind\n    prompt\n    notation\n    audioUrl\n    timeLimitMs\n    answerForm\n    answerLength\n    choices {\n      id\n      label\n      notation\n    }\n  }\n": typeof types.NextQuestionDocument,
    "\n  mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {\n    answerQuestion(input: $input) {\n      correct\n      credit\n      inTime\n      explanation\n      solution {\n        ...AnswerShown\n      }\n      given {\n        ...AnswerShown\n      }\n      practice {\n        answered\n        nextQuestion @include(if: $ahead) {\n          ...Asked\n        }\n      }\n    }\n  }\n\n  fragment AnswerShown on Solution {\n    choices\n    text\n    notation\n    audioUrl\n  }\n": typeof types.AnswerQuestionDocument,
    "\n  mutation SaveProgress($practiceId: ID!) {\n    saveProgress(practiceId: $practiceId) {\n      passed\n    }\n  }\n": typeof types.SaveProgressDocument,
    "\n  query Pricing {\n    me {\n      ...Buyer\n    }\n    tracks {\n      id\n      title\n      levels {\n        plan\n      }\n    }\n  }\n": typeof types.PricingDocument,
    "\n  query LevelForSale($id: ID!) {\n    level(id: $id) {\n      title\n      plan\n      requires {\n        title\n        progress {\n          completed\n        }\n      }\n    }\n  }\n": typeof types.LevelForSaleDocument,
    "\n  query Prices($currency: String) {\n    prices(currency: $currency) {\n      id\n      interval\n      unitAmount\n      currency\n      currencies\n      trialDays\n    }\n  }\n": typeof types.PricesDocument,
    "\n  mutation CreateCheckoutSession($priceId: ID!, $currency: String) {\n    createCheckoutSession(priceId: $priceId, currency: $currency) {\n      url\n    }\n  }\n": typeof types.CreateCheckoutSessionDocument,
    "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      message\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token)\n  }\n": typeof types.UndoEmailChangeDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.VerifyEmailDocument,
    "\n  mutation SetFirstTimeZone($timeZone: String!) {\n    updateProfile(input: { timeZone: $timeZone }) {\n      id\n    }\n  }\n": typeof types.SetFirstTimeZoneDocument,
};
const documents: Documents = {
    "\n  fragment Buyer on User {\n    plan\n    timeZone\n    subscription {\n      status\n      interval\n      unitAmount\n      currency\n      currentPeriodEnd\n      cancelAtPeriodEnd\n      cancelAt\n      trialEnd\n      endedAt\n      pastDueSince\n      accessUntil\n      nextPaymentAt\n      nextPaymentAmount\n      payUrl\n      hasPendingUpdate\n      revokedAt\n      revokeReason\n    }\n  }\n": types.BuyerFragmentDoc,
    "\n  mutation RefreshSubscription {\n    refreshSubscription {\n      ...Buyer\n    }\n  }\n": types.RefreshSubscriptionDocument,
    "\n  query Visitor {\n    me {\n      id\n      email\n    }\n  }\n": types.VisitorDocument,
    "\n  mutation DeleteMyAccount($password: String!) {\n    deleteMyAccount(password: $password)\n  }\n": types.DeleteMyAccountDocument,
    "\n  mutation RequestEmailChange($newEmail: String!, $password: String!) {\n    requestEmailChange(newEmail: $newEmail, password: $password)\n  }\n": types.RequestEmailChangeDocument,
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": types.ChangePasswordDocument,
    "\n  query Account {\n    me {\n      id\n      email\n      pendingEmail\n      name\n      timeZone\n      newsletterOptIn\n      plan\n    }\n  }\n": types.AccountDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      id\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation SetNewsletterOptIn($optIn: Boolean!) {\n    setNewsletterOptIn(optIn: $optIn) {\n      id\n    }\n  }\n": types.SetNewsletterOptInDocument,
    "\n  mutation ExportMyData {\n    exportMyData {\n      url\n      expiresAt\n    }\n  }\n": types.ExportMyDataDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n": types.LogoutEverywhereDocument,
    "\n  query Cancelling {\n    me {\n      ...Buyer\n    }\n  }\n": types.CancellingDocument,
    "\n  mutation CancelSubscription($reason: String) {\n    cancelSubscription(reason: $reason) {\n      id\n    }\n  }\n": types.CancelSubscriptionDocument,
    "\n  query Changing {\n    me {\n      ...Buyer\n      subscription {\n        price {\n          id\n        }\n      }\n    }\n    prices {\n      id\n      interval\n    }\n  }\n": types.ChangingDocument,
    "\n  query PricesToChangeTo($currency: String!) {\n    prices(currency: $currency) {\n      id\n      interval\n      unitAmount\n      currency\n    }\n  }\n": types.PricesToChangeToDocument,
    "\n  query PricePaid {\n    me {\n      subscription {\n        price {\n          id\n        }\n      }\n    }\n  }\n": types.PricePaidDocument,
    "\n  query PreviewPriceChange($priceId: ID!) {\n    previewPriceChange(priceId: $priceId) {\n      currency\n      amountDue\n      lines {\n        description\n        amount\n      }\n      nextPaymentAt\n      nextPaymentAmount\n      prorationDate\n    }\n  }\n": types.PreviewPriceChangeDocument,
    "\n  mutation ChangeSubscriptionPrice($priceId: ID!, $prorationDate: DateTime) {\n    changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) {\n      id\n    }\n  }\n": types.ChangeSubscriptionPriceDocument,
    "\n  query Welcome {\n    me {\n      ...Buyer\n    }\n  }\n": types.WelcomeDocument,
    "\n  query WantedLevel($id: ID!) {\n    level(id: $id) {\n      id\n      title\n      unlocked\n    }\n  }\n": types.WantedLevelDocument,
    "\n  query Billing($first: Int!, $after: String) {\n    me {\n      ...Buyer\n      subscription {\n        price {\n          id\n        }\n        card {\n          brand\n          last4\n          expMonth\n          expYear\n        }\n      }\n      invoices(first: $first, after: $after) {\n        edges {\n          node {\n            id\n            number\n            amountDue\n            amountPaid\n            amountRefunded\n            currency\n            status\n            hostedUrl\n            pdfUrl\n            createdAt\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.BillingDocument,
    "\n  query Intervals {\n    prices {\n      id\n      interval\n    }\n  }\n": types.IntervalsDocument,
    "\n  mutation ResumeSubscription {\n    resumeSubscription {\n      id\n    }\n  }\n": types.ResumeSubscriptionDocument,
    "\n  mutation CreateCustomerPortalSession($flow: PortalFlow) {\n    createCustomerPortalSession(flow: $flow) {\n      url\n    }\n  }\n": types.CreateCustomerPortalSessionDocument,
    "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email)\n  }\n": types.ResendVerificationDocument,
    "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token)\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  query Dashboard {\n    me {\n      ...Buyer\n      name\n      stats {\n        practices\n        answers\n        accuracy\n        currentStreakDays\n        longestStreakDays\n        levelsCompleted\n        practisedToday\n      }\n      progress {\n        id\n        score\n        completed\n        stars\n        updatedAt\n        level {\n          id\n          title\n        }\n      }\n    }\n    openPractice {\n      id\n      answered\n      questionCount\n      level {\n        id\n        title\n      }\n    }\n    suggestedLevel {\n      id\n      title\n      description\n      kind\n      questionCount\n    }\n    tracks {\n      id\n      title\n      levels {\n        id\n        title\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": types.DashboardDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation StartPractice($levelId: ID!) {\n    startPractice(levelId: $levelId) {\n      id\n    }\n  }\n": types.StartPracticeDocument,
    "\n  query Levels {\n    me {\n      ...Buyer\n    }\n    suggestedLevel {\n      id\n    }\n    tracks {\n      id\n      title\n      description\n      levels {\n        id\n        title\n        description\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n": types.LevelsDocument,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": types.LoginDocument,
    "\n  mutation Logout {\n    logout\n  }\n": types.LogoutDocument,
    "\n  query PracticeResult($id: ID!) {\n    practice(id: $id) {\n      level {\n        id\n        title\n        passScore\n      }\n      result {\n        passed\n        score\n        stars\n        correct\n        questionCount\n        newBest\n        progress {\n          attempts\n        }\n        nextLevel {\n          id\n          title\n          unlocked\n        }\n        stats {\n          currentStreakDays\n          practisedToday\n        }\n        mistakes {\n          index\n          prompt\n          given\n          explanation\n          solution {\n            choices\n            text\n            notation\n            audioUrl\n          }\n        }\n      }\n    }\n  }\n": types.PracticeResultDocument,
    "\n  query Practice($id: ID!) {\n    practice(id: $id) {\n      status\n      questionCount\n      answered\n      level {\n        id\n        title\n        timeLimitMs\n      }\n    }\n  }\n": types.PracticeDocument,
    "\n  query NextQuestion($id: ID!) {\n    practice(id: $id) {\n      answered\n      nextQuestion {\n        ...Asked\n      }\n    }\n  }\n\n  fragment Asked on Question {\n    index\n    kind\n    prompt\n    notation\n    audioUrl\n    timeLimitMs\n    answerForm\n    answerLength\n    choices {\n      id\n      label\n      notation\n    }\n  }\n": types.NextQuestionDocument,
    "\n  mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {\n    answerQuestion(input: $input) {\n      correct\n      credit\n      inTime\n      explanation\n      solution {\n        ...AnswerShown\n      }\n      given {\n        ...AnswerShown\n      }\n      practice {\n        answered\n        nextQuestion @include(if: $ahead) {\n          ...Asked\n        }\n      }\n    }\n  }\n\n  fragment AnswerShown on Solution {\n    choices\n    text\n    notation\n    audioUrl\n  }\n": types.AnswerQuestionDocument,
    "\n  mutation SaveProgress($practiceId: ID!) {\n    saveProgress(practiceId: $practiceId) {\n      passed\n    }\n  }\n": types.SaveProgressDocument,
    "\n  query Pricing {\n    me {\n      ...Buyer\n    }\n    tracks {\n      id\n      title\n      levels {\n        plan\n      }\n    }\n  }\n": types.PricingDocument,
    "\n  query LevelForSale($id: ID!) {\n    level(id: $id) {\n      title\n      plan\n      requires {\n        title\n        progress {\n          completed\n        }\n      }\n    }\n  }\n": types.LevelForSaleDocument,
    "\n  query Prices($currency: String) {\n    prices(currency: $currency) {\n      id\n      interval\n      unitAmount\n      currency\n      currencies\n      trialDays\n    }\n  }\n": types.PricesDocument,
    "\n  mutation CreateCheckoutSession($priceId: ID!, $currency: String) {\n    createCheckoutSession(priceId: $priceId, currency: $currency) {\n      url\n    }\n  }\n": types.CreateCheckoutSessionDocument,
    "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n": types.ResetPasswordDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      message\n    }\n  }\n": types.RegisterDocument,
    "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token)\n  }\n": types.UndoEmailChangeDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      user {\n        id\n      }\n    }\n  }\n": types.VerifyEmailDocument,
    "\n  mutation SetFirstTimeZone($timeZone: String!) {\n    updateProfile(input: { timeZone: $timeZone }) {\n      id\n    }\n  }\n": types.SetFirstTimeZoneDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Buyer on User {\n    plan\n    timeZone\n    subscription {\n      status\n      interval\n      unitAmount\n      currency\n      currentPeriodEnd\n      cancelAtPeriodEnd\n      cancelAt\n      trialEnd\n      endedAt\n      pastDueSince\n      accessUntil\n      nextPaymentAt\n      nextPaymentAmount\n      payUrl\n      hasPendingUpdate\n      revokedAt\n      revokeReason\n    }\n  }\n"): typeof import('./graphql').BuyerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSubscription {\n    refreshSubscription {\n      ...Buyer\n    }\n  }\n"): typeof import('./graphql').RefreshSubscriptionDocument;
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
export function graphql(source: "\n  query Account {\n    me {\n      id\n      email\n      pendingEmail\n      name\n      timeZone\n      newsletterOptIn\n      plan\n    }\n  }\n"): typeof import('./graphql').AccountDocument;
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
export function graphql(source: "\n  query Cancelling {\n    me {\n      ...Buyer\n    }\n  }\n"): typeof import('./graphql').CancellingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelSubscription($reason: String) {\n    cancelSubscription(reason: $reason) {\n      id\n    }\n  }\n"): typeof import('./graphql').CancelSubscriptionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Changing {\n    me {\n      ...Buyer\n      subscription {\n        price {\n          id\n        }\n      }\n    }\n    prices {\n      id\n      interval\n    }\n  }\n"): typeof import('./graphql').ChangingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PricesToChangeTo($currency: String!) {\n    prices(currency: $currency) {\n      id\n      interval\n      unitAmount\n      currency\n    }\n  }\n"): typeof import('./graphql').PricesToChangeToDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PricePaid {\n    me {\n      subscription {\n        price {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PricePaidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewPriceChange($priceId: ID!) {\n    previewPriceChange(priceId: $priceId) {\n      currency\n      amountDue\n      lines {\n        description\n        amount\n      }\n      nextPaymentAt\n      nextPaymentAmount\n      prorationDate\n    }\n  }\n"): typeof import('./graphql').PreviewPriceChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeSubscriptionPrice($priceId: ID!, $prorationDate: DateTime) {\n    changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) {\n      id\n    }\n  }\n"): typeof import('./graphql').ChangeSubscriptionPriceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Welcome {\n    me {\n      ...Buyer\n    }\n  }\n"): typeof import('./graphql').WelcomeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WantedLevel($id: ID!) {\n    level(id: $id) {\n      id\n      title\n      unlocked\n    }\n  }\n"): typeof import('./graphql').WantedLevelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Billing($first: Int!, $after: String) {\n    me {\n      ...Buyer\n      subscription {\n        price {\n          id\n        }\n        card {\n          brand\n          last4\n          expMonth\n          expYear\n        }\n      }\n      invoices(first: $first, after: $after) {\n        edges {\n          node {\n            id\n            number\n            amountDue\n            amountPaid\n            amountRefunded\n            currency\n            status\n            hostedUrl\n            pdfUrl\n            createdAt\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').BillingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Intervals {\n    prices {\n      id\n      interval\n    }\n  }\n"): typeof import('./graphql').IntervalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeSubscription {\n    resumeSubscription {\n      id\n    }\n  }\n"): typeof import('./graphql').ResumeSubscriptionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCustomerPortalSession($flow: PortalFlow) {\n    createCustomerPortalSession(flow: $flow) {\n      url\n    }\n  }\n"): typeof import('./graphql').CreateCustomerPortalSessionDocument;
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
export function graphql(source: "\n  query Dashboard {\n    me {\n      ...Buyer\n      name\n      stats {\n        practices\n        answers\n        accuracy\n        currentStreakDays\n        longestStreakDays\n        levelsCompleted\n        practisedToday\n      }\n      progress {\n        id\n        score\n        completed\n        stars\n        updatedAt\n        level {\n          id\n          title\n        }\n      }\n    }\n    openPractice {\n      id\n      answered\n      questionCount\n      level {\n        id\n        title\n      }\n    }\n    suggestedLevel {\n      id\n      title\n      description\n      kind\n      questionCount\n    }\n    tracks {\n      id\n      title\n      levels {\n        id\n        title\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DashboardDocument;
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
export function graphql(source: "\n  query Levels {\n    me {\n      ...Buyer\n    }\n    suggestedLevel {\n      id\n    }\n    tracks {\n      id\n      title\n      description\n      levels {\n        id\n        title\n        description\n        stage\n        plan\n        unlocked\n        requires {\n          id\n          title\n          progress {\n            completed\n          }\n        }\n        progress {\n          completed\n          stars\n          score\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LevelsDocument;
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
export function graphql(source: "\n  query Pricing {\n    me {\n      ...Buyer\n    }\n    tracks {\n      id\n      title\n      levels {\n        plan\n      }\n    }\n  }\n"): typeof import('./graphql').PricingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LevelForSale($id: ID!) {\n    level(id: $id) {\n      title\n      plan\n      requires {\n        title\n        progress {\n          completed\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LevelForSaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Prices($currency: String) {\n    prices(currency: $currency) {\n      id\n      interval\n      unitAmount\n      currency\n      currencies\n      trialDays\n    }\n  }\n"): typeof import('./graphql').PricesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCheckoutSession($priceId: ID!, $currency: String) {\n    createCheckoutSession(priceId: $priceId, currency: $currency) {\n      url\n    }\n  }\n"): typeof import('./graphql').CreateCheckoutSessionDocument;
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
