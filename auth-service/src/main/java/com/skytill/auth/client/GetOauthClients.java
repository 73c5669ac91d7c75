package com.skytill.auth.client;

import com.skytill.auth.user.Accounts;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** A user's OAuth clients. */
@Singleton
final class GetOauthClients implements Query<GetOauthClients.Parameters> {

    record Parameters(String username, PageRequest page) {}

    private final OwnedClientStore store;
    private final Accounts accounts;

    GetOauthClients(OwnedClientStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                        "get_oauth_clients",
                        Section.CONFIGURATION,
                        null,
                        "Lists one's OAuth clients",
                        "In the order in which they were added; secrets are shown by nothing but add_oauth_client.",
                        OauthClientView.class)
                .failingBy(ProblemCode.INSUFFICIENT_PERMISSION, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("username", "Another user's clients; needs system_write")
                        .max(100)
                        .optional(),
                in.page());
    }

    @Override
    public Uni<Page<OauthClientView>> answer(Parameters parameters, Caller caller) {
        return accounts.owner(caller, parameters.username())
                .flatMap(owner -> store.list(owner.userId(), parameters.page()))
                .map(clients -> {
                    var page = Page.of(clients, parameters.page(), OwnedClient::number);
                    return new Page<>(
                            page.items().stream().map(OwnedClient::view).toList(), page.next());
                });
    }
}
