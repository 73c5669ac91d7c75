package com.skytill.auth.user;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows whose things a caller may touch, and keeps callers from giving away more than they hold; in the caller's session. */
@Singleton
public final class Accounts {

    // A service that speaks for itself has its client's name as subject, and is no user.
    private static final Pattern USER_ID = Pattern.compile("\\d{1,18}");

    private final AccountStore store;

    Accounts(AccountStore store) {
        this.store = store;
    }

    /** The user whose credentials are meant: the caller's own, or those of that name, for which system_write is needed. */
    public Uni<User> owner(Caller caller, String username) {
        if (username != null && !username.equalsIgnoreCase(caller.username())) {
            caller.require(Permission.SYSTEM_WRITE);
            return store.find(username)
                    .map(found -> found.map(Account::user)
                            .orElseThrow(() -> ProblemException.parameter("username", "there is no such user")));
        }
        return self(caller)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        ProblemCode.RULE_VIOLATED, "This token speaks for a service, not for a user")));
    }

    /** The user of that ID. */
    public Uni<User> get(long userId) {
        return store.find(userId).map(found -> found.orElseThrow().user());
    }

    /** Whether the caller is that user. */
    public boolean is(Caller caller, long userId) {
        return caller.subject().equals(Long.toString(userId));
    }

    /** Fails with {@code insufficient_permission}, which names them, unless the caller holds all of them, now and by its token. */
    public Uni<Void> requireAll(Caller caller, Set<Permission> given) {
        return missing(caller, given)
                .invoke(missing -> {
                    if (!missing.isEmpty()) {
                        throw new ProblemException(
                                ProblemCode.INSUFFICIENT_PERMISSION,
                                "This needs the permission " + names(missing)
                                        + ": nobody gives what the token at hand does not hold");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Fails unless the caller may make credentials that act for the owner with these permissions: with
     * {@code insufficient_scope} when it is only the token that lacks some.
     */
    public Uni<Void> requireToActFor(Caller caller, User owner, Set<Permission> given) {
        if (!is(caller, owner.userId()) || !owner.permissions().containsAll(given)) {
            return requireAll(caller, given);
        }
        return missing(caller, given)
                .invoke(missing -> {
                    if (!missing.isEmpty()) {
                        throw new ProblemException(
                                ProblemCode.INSUFFICIENT_SCOPE,
                                "This would give " + names(missing)
                                        + ", which the token at hand leaves out; use one with it");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Set<Permission>> missing(Caller caller, Set<Permission> given) {
        return self(caller).map(user -> {
            var missing = EnumSet.noneOf(Permission.class);
            missing.addAll(given);
            missing.removeIf(permission -> caller.may(permission)
                    && user.map(known -> held(known, permission))
                            // A service, or somebody whom another issuer knows: the token is all there is.
                            .orElse(true));
            return missing;
        });
    }

    private static boolean held(User user, Permission permission) {
        return user.active() && user.permissions().contains(permission);
    }

    /** The caller's own user; none for a service that speaks for itself. */
    Uni<Optional<User>> self(Caller caller) {
        return USER_ID.matcher(caller.subject()).matches()
                ? store.find(Long.parseLong(caller.subject())).map(found -> found.map(Account::user))
                : Uni.createFrom().item(Optional.empty());
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream().map(Permission::code).collect(Collectors.joining(", "));
    }
}
