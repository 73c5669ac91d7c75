package com.skytill.vouchers.radius;

/**
 * What rlm_rest gets: the status says what FreeRADIUS does.
 *
 * @param body JSON; null for none
 */
record RadiusAnswer(int status, String body) {

    /** Nothing to add: acknowledged. */
    static final RadiusAnswer DONE = new RadiusAnswer(204, null);

    /** Not now: FreeRADIUS stays silent, and the router tries again. */
    static final RadiusAnswer NOT_NOW = new RadiusAnswer(503, null);

    static RadiusAnswer accept(RadiusReply reply) {
        return new RadiusAnswer(200, reply.toJson());
    }

    /** Rejects in words that the customer sees. */
    static RadiusAnswer reject(String message) {
        return new RadiusAnswer(
                401, new RadiusReply().text("Reply-Message", message).toJson());
    }
}
