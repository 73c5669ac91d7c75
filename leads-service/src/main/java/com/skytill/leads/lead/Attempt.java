package com.skytill.leads.lead;

import java.time.Instant;
import java.util.Map;

/**
 * A conversion that was begun, and that may have added a customer.
 *
 * @param key the idempotency key of its call, one of the client's
 * @param customer the parameters of its call
 * @param customerUpdateId the update in which the customer waits for review; null when none is known
 */
record Attempt(
        long leadId,
        String key,
        String clientId,
        Map<String, String> customer,
        Instant startedAt,
        Long customerUpdateId) {

    /** Whether a call by that client for that customer repeats it to the byte, so that its key protects it. */
    boolean isRepeatedBy(String client, Map<String, String> parameters) {
        return clientId.equals(client) && customer.equals(parameters);
    }
}
