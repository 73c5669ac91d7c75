package com.skytill.gateway.proxy;

import com.skytill.gateway.access.Visit;
import com.skytill.gateway.body.OutgoingBody;

/**
 * One request's way to a service.
 *
 * @param visit the request as it is known so far
 * @param service who answers it
 * @param uri path and query over there
 * @param body what goes with it
 * @param authorization replaces the caller's; null passes the caller's on
 * @param direct whether the service is the browser's too: its cookies pass
 * @param answerLimit in bytes: a larger answer is a fault
 * @param repeatable whether it may be sent again when the connection turns out dead
 */
public record Passage(
        Visit visit,
        String service,
        String uri,
        OutgoingBody body,
        String authorization,
        boolean direct,
        long answerLimit,
        boolean repeatable) {

    String requestId() {
        return visit.id();
    }
}
