package com.skytill.auth.token;

import com.skytill.auth.user.Accounts;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Ends a token that acts for one, with the sign-in that gave it. */
@Singleton
final class DeleteAccessToken implements Update<DeleteAccessToken.Parameters, OwnTokenStore.Owned> {

    record Parameters(Long tokenId) {}

    private final OwnTokenStore store;
    private final Accounts accounts;
    private final Clock clock;

    DeleteAccessToken(OwnTokenStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "delete_access_token",
                        Section.CONFIGURATION,
                        null,
                        "Revokes an access token",
                        "One that acts for oneself, or any with system_write. What a sign-in gave ends together: its other access"
                                + " tokens and its refresh token too. It acts at once, without review: it concerns credentials"
                                + " only.",
                        "token",
                        AccessTokenView.class)
                .failingBy(ProblemCode.NOT_FOUND);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("token_id", "Which token: its ID, not the token").mandatory());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<OwnTokenStore.Owned> check(Parameters parameters, Caller submitter) {
        return store.find(parameters.tokenId(), clock.instant())
                .map(found -> found.filter(token ->
                                submitter.may(Permission.SYSTEM_WRITE) || accounts.is(submitter, token.userId()))
                        .orElseThrow(() -> ProblemException.notFound("access token")));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, OwnTokenStore.Owned token, Caller submitter) {
        return store.revoke(token, clock.instant())
                .replaceWith(() -> Outcome.changed("token", parameters.tokenId(), token.view()));
    }
}
