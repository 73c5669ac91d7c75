package com.skytill.auth.token;

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

import java.time.Clock;

/** The access tokens that act for a user now. */
@Singleton
final class GetAccessTokens implements Query<GetAccessTokens.Parameters> {

    record Parameters(String username, String clientId, PageRequest page) {}

    private final OwnTokenStore store;
    private final Accounts accounts;
    private final Clock clock;

    GetAccessTokens(OwnTokenStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                        "get_access_tokens",
                        Section.CONFIGURATION,
                        null,
                        "Lists the access tokens that act for one",
                        "Those that are valid now, by their IDs, whichever client has them; the tokens themselves are shown by nothing"
                                + " but what gives them. last_used_at is behind by a minute at the most.",
                        AccessTokenView.class)
                .failingBy(ProblemCode.INSUFFICIENT_PERMISSION, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("username", "Those that act for another user; needs system_write")
                        .max(100)
                        .optional(),
                in.text("client_id", "Only those of this client").max(200).optional(),
                in.page());
    }

    @Override
    public Uni<Page<AccessTokenView>> answer(Parameters parameters, Caller caller) {
        return accounts.owner(caller, parameters.username())
                .flatMap(owner -> store.list(owner.userId(), parameters.clientId(), parameters.page(), clock.instant()))
                .map(tokens -> Page.of(
                        tokens.stream().map(OwnTokenStore.Owned::view).toList(),
                        parameters.page(),
                        AccessTokenView::tokenId));
    }
}
