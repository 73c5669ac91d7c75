package com.skytill.auth.authorize;

import com.skytill.auth.client.Clients;
import com.skytill.auth.client.OAuthClient;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

/** Finds the client of an authorization request and judges the request; the pages carry it along as the query that it came as. */
@Singleton
final class KnownRequests {

    private final Clients clients;
    private final AuthorizationRequests requests;

    KnownRequests(Clients clients, AuthorizationRequests requests) {
        this.clients = clients;
        this.requests = requests;
    }

    /**
     * An authorization request with all that is known of it.
     *
     * @param client null when it is not known
     */
    record Known(OAuthClient.Registered client, Verdict verdict, String query) {}

    Uni<Known> of(String query) {
        Map<String, List<String>> parameters = QueryText.parse(query);
        var clientIds = parameters.getOrDefault("client_id", List.of());
        if (clientIds.size() != 1) {
            return Uni.createFrom().item(new Known(null, new Verdict.Untrusted("The client_id is missing."), query));
        }
        return clients.find(clientIds.getFirst())
                .map(found -> found.map(client -> new Known(client, requests.judge(parameters, client), query))
                        .orElseGet(() -> new Known(null, new Verdict.Untrusted("There is no such client."), query)));
    }
}
