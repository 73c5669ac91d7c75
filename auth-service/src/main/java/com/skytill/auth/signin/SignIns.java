package com.skytill.auth.signin;

import com.skytill.auth.audit.AuditTrail;
import com.skytill.auth.user.Proof;
import com.skytill.auth.user.User;
import com.skytill.auth.user.Users;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Lets users prove who they are; slows guessing down, and leaves a trace of each attempt. */
@Singleton
public final class SignIns {

    private static final String EVENT = "sign_in";

    private final Users users;
    private final SignInFailureStore failures;
    private final AuditTrail audit;
    private final Clock clock;

    SignIns(Users users, SignInFailureStore failures, AuditTrail audit, Clock clock) {
        this.users = users;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of an attempt. */
    public sealed interface Result {
        /** The user is who they say; what is begun by that asks whether it still holds. */
        record SignedIn(Proof proof) implements Result {}

        /** Unknown, inactive, or the wrong password: never told apart. */
        record Wrong() implements Result {}

        /** Too many failures; told alike for accounts that there are and that there are not. */
        record TooMany(long seconds) implements Result {

            /** For the person. */
            public String words() {
                return "Too many attempts. Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
            }
        }
    }

    /** Tries that username and password, from that address, for that client. */
    public Uni<Result> signIn(String username, String password, String address, String clientId) {
        String account = account(username);
        String from = "address:" + address;
        return failures.attempt(account, from, clock.instant())
                .flatMap(wait -> wait.isPositive()
                        ? Uni.createFrom().item(tooMany(wait))
                        : users.signIn(username, password)
                                .flatMap(attempt -> attempt.proof()
                                        .map(proof -> signedIn(
                                                attempt.known().orElseThrow(), proof, account, from, address, clientId))
                                        .orElseGet(() -> wrong(attempt, address, clientId))));
    }

    /** Tries the password of a user who is signed in already; leaves no trace, which is up to what it is asked for. */
    Uni<Result> confirm(User user, String password) {
        String account = account(user.username());
        return failures.attempt(account, clock.instant())
                .flatMap(wait -> wait.isPositive()
                        ? Uni.createFrom().item(tooMany(wait))
                        : users.signIn(user.username(), password)
                                .flatMap(attempt -> attempt.proof()
                                        .map(proof -> failures.succeeded(account)
                                                .replaceWith((Result) new Result.SignedIn(proof)))
                                        .orElseGet(() -> Uni.createFrom().item(new Result.Wrong()))));
    }

    private static String account(String username) {
        return "account:" + username.strip().toLowerCase(Locale.ROOT);
    }

    private Uni<Result> signedIn(User user, Proof proof, String account, String from, String address, String clientId) {
        return failures.succeeded(account, from, clock.instant())
                .chain(() -> audit.done(EVENT, actor(user, clientId), Map.of("address", address)))
                .replaceWith(new Result.SignedIn(proof));
    }

    private Uni<Result> wrong(Users.Attempt attempt, String address, String clientId) {
        var actor = attempt.known()
                .map(user -> actor(user, clientId))
                .orElseGet(() -> new AuditTrail.Actor("", "", clientId));
        String reason = attempt.known().isEmpty()
                ? "unknown username"
                : attempt.known().get().active() ? "wrong password" : "inactive user";
        return audit.refused(EVENT, actor, Map.of("address", address), reason).replaceWith(new Result.Wrong());
    }

    private static AuditTrail.Actor actor(User user, String clientId) {
        return new AuditTrail.Actor(Long.toString(user.userId()), user.username(), clientId);
    }

    private static Result tooMany(Duration wait) {
        return new Result.TooMany(wait.plusMillis(999).toSeconds());
    }
}
