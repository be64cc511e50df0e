/**
 * What goes on at this Stripe: calls that change the books, all of them synchronous and to be made within `books.atomically`, and time, which brings to
 * pass what falls due. Calls take Stripe's own parameters, checked and coerced, and return the object as it stands. Import from here.
 */
export { keepAddress } from "./address";
export { newMetadata, mergedMetadata } from "./metadata";
export { filePrice, fileProduct, type NewPrice } from "./prices";

export { createCustomer, deleteCustomer, updateCustomer } from "./calls/customers";
export { adjustBalance, balanceMovesOf } from "./customer-balance";
export { changeDefaultCard } from "./calls/change-default-card";

export { completeCheckout, type CheckoutPayment } from "./checkout/complete";
export { createCheckoutSession } from "./checkout/create-session";
export { expireCheckout } from "./checkout/expire";
export { checkoutTotals, type CheckoutTotals } from "./checkout/totals";

export { createSubscription } from "./calls/create-subscription";
export { updateSubscription } from "./calls/update-subscription";
export { cancelSubscription } from "./calls/cancel-subscription";
export { pauseSubscription, resumeSubscription } from "./subscriptions/pause";
export { setLastResort } from "./subscriptions/standing";

export { createInvoice, deleteDraft, finalizeByHand as finalizeInvoice, sendInvoice, updateInvoice } from "./calls/invoices";
export { createInvoiceItem, deleteInvoiceItem, updateInvoiceItem } from "./calls/invoice-items";
export { collectInvoice, payInvoice } from "./calls/pay-invoice";
export { previewInvoice } from "./calls/preview-invoice";
export { giveUpOn as markUncollectible, voidInvoice } from "./invoices/close";

export { cancelPaymentIntent, capturePaymentIntent, confirmPaymentIntent, createPaymentIntent, updatePaymentIntent } from "./calls/payment-intents";
export { cancelSetupIntent, confirmSetupIntent, createSetupIntent, updateSetupIntent } from "./calls/setup-intents";
export { captureCharge, createCharge } from "./calls/charges";
export { changeRefund, createRefund, failRefund } from "./payments/refund";
export { answerDispute, closeDispute, isOpen, openDispute } from "./payments/dispute";
export { warnOfFraud } from "./payments/aftermath";

export { advanceClock, createClock, deleteClock } from "./time/clocks";
export { catchUp, nextDue } from "./time/catch-up";
