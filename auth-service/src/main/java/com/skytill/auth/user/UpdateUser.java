package com.skytill.auth.user;

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
import java.util.List;
import java.util.Optional;

/** Changes a user: what it is called, what it may do, whether it is active, its password. */
@Singleton
final class UpdateUser implements Update<UserChanges, Account> {

    private final AccountStore store;
    private final CredentialStore credentials;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    UpdateUser(AccountStore store, CredentialStore credentials, Accounts accounts, Passwords passwords, Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_user",
                        Section.CONFIGURATION,
                        Permission.SYSTEM_WRITE,
                        "Changes a user",
                        "A new password, and active=false, end at once all of the user's access tokens, grants, authorization codes"
                                + " and browser sessions. Fewer permissions bind its tokens at once too. Nobody gives a permission"
                                + " that the token at hand does not hold, nor activates or sets the password of a user who may do"
                                + " more. The last active user with system_write stays so.",
                        "user",
                        UserView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public UserChanges read(ParameterReader in) {
        return UserChanges.read(in);
    }

    @Override
    public Uni<Account> check(UserChanges changes, Caller submitter) {
        Uni<Optional<Account>> wanted =
                changes.userId() == null ? store.find(changes.username()) : store.find(changes.userId());
        return wanted.map(found -> found.orElseThrow(() -> ProblemException.notFound("user")))
                .call(account -> mayBe(account, changes, submitter));
    }

    @Override
    public Uni<Outcome> apply(UserChanges changes, Account seen, Caller submitter) {
        // The slow hash comes before the locks.
        return hash(changes)
                .flatMap(hash -> lock(changes, seen)
                        // It may have become somebody else than the one that was checked.
                        .call(account -> mayBe(account, changes, submitter))
                        .flatMap(account -> change(account, changes, hash)))
                .map(changed -> Outcome.changed("user", changed.user().userId(), UserView.of(changed)));
    }

    private Uni<Void> mayBe(Account account, UserChanges changes, Caller submitter) {
        var user = account.user();
        if (UserParameters.same(changes.password(), user.username())) {
            throw ProblemException.parameter("password", "must not be the username");
        }
        var given = account.gains(changes);
        if (changes.password() != null) {
            // Who sets a password can be that user.
            given.addAll(user.permissions());
        }
        return accounts.requireAll(submitter, given);
    }

    private Uni<String> hash(UserChanges changes) {
        return changes.password() == null ? Uni.createFrom().nullItem() : passwords.hash(changes.password());
    }

    private Uni<Account> lock(UserChanges changes, Account seen) {
        long userId = seen.user().userId();
        if (!changes.mayEndAdministration()) {
            return store.lock(userId);
        }
        return store.lockAdministrators()
                .flatMap(administrators -> store.lock(userId).invoke(account -> keepsOne(administrators, account)));
    }

    private static void keepsOne(List<Long> administrators, Account leaving) {
        boolean others =
                administrators.stream().anyMatch(id -> id != leaving.user().userId());
        if (leaving.administers() && !others) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED,
                    "This is the last active user with system_write; give it to another one first");
        }
    }

    private Uni<Account> change(Account account, UserChanges changes, String hash) {
        var ended = changes.endsSessions(account)
                ? credentials.endAll(account.user().userId(), clock.instant())
                : Uni.createFrom().voidItem();
        return store.update(changes.of(account), hash).call(() -> ended);
    }
}
