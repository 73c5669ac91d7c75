package com.skytill.auth.client;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Ends a client and everything that was given to it. */
@Singleton
final class DeleteOauthClient implements Update<DeleteOauthClient.Parameters, OwnedClient> {

    record Parameters(String clientId) {}

    private final OwnClients clients;
    private final OwnedClientStore store;

    DeleteOauthClient(OwnClients clients, OwnedClientStore store) {
        this.clients = clients;
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "delete_oauth_client",
                        Section.CONFIGURATION,
                        null,
                        "Deletes an OAuth client",
                        "One's own, or any with system_write. Its tokens, grants, codes and consents end with it, at once and without"
                                + " review: it concerns credentials only.",
                        "oauth_client",
                        OauthClientView.class)
                .failingBy(ProblemCode.NOT_FOUND);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(in.text("client_id", "Which client")
                .max(200)
                .example("client_4fR1gXwqk0m2XJ0sY1c9Zw")
                .mandatory());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<OwnedClient> check(Parameters parameters, Caller submitter) {
        return clients.get(parameters.clientId(), submitter);
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, OwnedClient client, Caller submitter) {
        return store.delete(parameters.clientId()).map(deleted -> {
            if (!deleted) {
                throw ProblemException.notFound("OAuth client");
            }
            return Outcome.changed("oauth_client", parameters.clientId(), client.view());
        });
    }
}
