package com.skytill.auth.client;

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

/** Registers a program that may act for its owner, and ask other users to let it act for them. */
@Singleton
final class AddOauthClient implements Update<NewClient, User> {

    private final OwnedClientStore store;
    private final Accounts accounts;
    private final Opaque opaque;
    private final Clock clock;

    AddOauthClient(OwnedClientStore store, Accounts accounts, Opaque opaque, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.opaque = opaque;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_oauth_client",
                        Section.CONFIGURATION,
                        null,
                        "Registers an OAuth client",
                        "The client can do whatever its owner may, so the token at hand must hold all of the owner's permissions:"
                                + " one that a scope narrowed is refused. client_secret of the answer is shown this once, and only"
                                + " for a confidential client. It acts at once, without review: it concerns one's own credentials"
                                + " only.",
                        "oauth_client",
                        OauthClientView.class)
                .showingOnce("client_secret")
                .failingBy(
                        ProblemCode.INSUFFICIENT_PERMISSION, ProblemCode.INSUFFICIENT_SCOPE, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public NewClient read(ParameterReader in) {
        return NewClient.read(in);
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<User> check(NewClient asked, Caller submitter) {
        return accounts.owner(submitter, asked.username())
                .invoke(User::requireActive)
                .call(owner -> accounts.requireToActFor(submitter, owner, owner.permissions()));
    }

    @Override
    public Uni<Outcome> apply(NewClient asked, User owner, Caller submitter) {
        String clientId = opaque.nextId("client_");
        String secret = asked.confidential() ? opaque.next("cs_") : null;
        return store.add(clientId, secret, asked, owner.userId(), clock.instant())
                .chain(() -> store.find(clientId))
                .map(added -> {
                    var outcome = Outcome.added(
                            "oauth_client", clientId, added.orElseThrow().view());
                    return secret == null ? outcome : outcome.showingOnce("client_secret", secret);
                });
    }
}
