package com.skytill.auth.token;

import com.skytill.auth.client.OwnClients;
import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.user.Accounts;
import com.skytill.auth.user.User;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Gives a client a token without a sign-in, for programs that can't get one themselves. */
@Singleton
final class AddAccessToken implements Update<NewAccessToken, User> {

    private final OwnTokenStore store;
    private final OwnClients clients;
    private final Accounts accounts;
    private final Opaque opaque;
    private final Clock clock;

    AddAccessToken(OwnTokenStore store, OwnClients clients, Accounts accounts, Opaque opaque, Clock clock) {
        this.store = store;
        this.clients = clients;
        this.accounts = accounts;
        this.opaque = opaque;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_access_token",
                        Section.CONFIGURATION,
                        null,
                        "Adds an access token",
                        "For one's own client, or any with system_write; it acts for the client's owner. The token at hand must hold"
                                + " what the new one may do: all of the owner's permissions, or those that scope names."
                                + " access_token of the answer is shown this once. It acts at once, without review: it concerns one's"
                                + " own credentials only.",
                        "token",
                        AccessTokenView.class)
                .showingOnce("access_token")
                .failingBy(
                        ProblemCode.INSUFFICIENT_PERMISSION,
                        ProblemCode.INSUFFICIENT_SCOPE,
                        ProblemCode.NOT_FOUND,
                        ProblemCode.RULE_VIOLATED);
    }

    @Override
    public NewAccessToken read(ParameterReader in) {
        return NewAccessToken.read(in, clock.instant());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<User> check(NewAccessToken asked, Caller submitter) {
        return clients.ownerOf(asked.clientId(), submitter)
                .flatMap(accounts::get)
                .invoke(User::requireActive)
                .call(owner -> accounts.requireToActFor(submitter, owner, asked.gives(owner.permissions())));
    }

    @Override
    public Uni<Outcome> apply(NewAccessToken asked, User owner, Caller submitter) {
        String token = opaque.next(Tokens.ACCESS);
        return store.add(new IssuedToken(
                        token, asked.clientId(), owner.userId(), asked.scope(), asked.issuedAt(), asked.expiresAt()))
                .map(tokenId -> Outcome.added(
                                "token",
                                tokenId,
                                new AccessTokenView(
                                        tokenId,
                                        asked.clientId(),
                                        owner.username(),
                                        asked.scope(),
                                        asked.issuedAt(),
                                        asked.expiresAt(),
                                        null))
                        .showingOnce("access_token", token));
    }
}
