package com.skytill.auth.user;

import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.password.Passwords;
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

/** Adds a user, who may do no more than the one who adds it. */
@Singleton
final class AddUser implements Update<NewUser, Void> {

    private final AccountStore store;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Opaque opaque;
    private final Clock clock;

    AddUser(AccountStore store, Accounts accounts, Passwords passwords, Opaque opaque, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.opaque = opaque;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_user",
                        Section.CONFIGURATION,
                        Permission.SYSTEM_WRITE,
                        "Adds a user",
                        "The user gets no permission that the token at hand does not hold. A password that was made stands in password"
                                + " of the answer that adds the user, this once.",
                        "user",
                        UserView.class)
                .showingOnce("password")
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public NewUser read(ParameterReader in) {
        return NewUser.read(in);
    }

    @Override
    public Uni<Void> check(NewUser asked, Caller submitter) {
        return store.find(asked.username())
                .invoke(found -> {
                    if (found.isPresent()) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another user has this username already");
                    }
                })
                .chain(() -> accounts.requireAll(submitter, asked.permissions()));
    }

    @Override
    public Uni<Outcome> apply(NewUser asked, Void checked, Caller submitter) {
        String password = asked.password() == null ? opaque.next("") : asked.password();
        return passwords
                .hash(password)
                .flatMap(hash -> store.add(asked, hash, clock.instant()))
                .map(added -> {
                    var outcome = Outcome.added("user", added.user().userId(), UserView.of(added));
                    return asked.password() == null ? outcome.showingOnce("password", password) : outcome;
                });
    }
}
