package com.skytill.vouchers.disconnect;

/**
 * A router's answer, signed as it must be.
 *
 * @param ack whether the router says that it did it; users of such systems know that it may not have
 * @param errorCause why it did not (RFC 5176 §3.5); 0 when it does not say
 */
record CoaReply(boolean ack, int errorCause) {

    private static final int SESSION_CONTEXT_NOT_FOUND = 503;

    /** Whether the router says that it has no such session. */
    boolean sessionUnknown() {
        return !ack && errorCause == SESSION_CONTEXT_NOT_FOUND;
    }
}
