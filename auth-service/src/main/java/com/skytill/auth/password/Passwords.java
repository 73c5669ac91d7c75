package com.skytill.auth.password;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * Hashes and checks passwords and client secrets by bcrypt, always off the event loop: a check is meant to be slow.
 * bcrypt reads 72 bytes; longer passwords are refused rather than cut.
 */
@Singleton
public final class Passwords {

    /** What bcrypt reads of a password. */
    public static final int MAX_BYTES = 72;

    // A random client secret can't be guessed, so its hash need not be slow; a password's must be.
    private static final int SECRET_COST = 5;

    private final Vertx vertx;
    private final int cost;
    private final String nobody;
    private final String noSecret;

    Passwords(Vertx vertx, @ConfigProperty(name = "skytill.auth.bcrypt-cost", defaultValue = "12") int cost) {
        this.vertx = vertx;
        this.cost = cost;
        this.nobody = BcryptUtil.bcryptHash("a password that nobody has", cost);
        this.noSecret = BcryptUtil.bcryptHash("a secret that no client has", SECRET_COST);
    }

    /** The hash of a password that a person chose; fails when bcrypt would cut it. */
    public Uni<String> hash(String password) {
        if (tooLong(password)) {
            throw new IllegalArgumentException("A password has at most " + MAX_BYTES + " bytes");
        }
        return slowly(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** The hash of a secret that we made at random. */
    public Uni<String> hashSecret(String secret) {
        return slowly(() -> BcryptUtil.bcryptHash(secret, SECRET_COST));
    }

    /** Whether the password has that hash. With no hash (an unknown user) it takes as long and is false. */
    public Uni<Boolean> matches(String password, String hash) {
        return compare(password, hash, nobody);
    }

    /** The same for a client's secret. */
    public Uni<Boolean> matchesSecret(String secret, String hash) {
        return compare(secret, hash, noSecret);
    }

    private Uni<Boolean> compare(String given, String hash, String otherwise) {
        boolean tooLong = tooLong(given);
        String compared = tooLong ? "" : given;
        return slowly(() -> BcryptUtil.matches(compared, hash == null ? otherwise : hash))
                .map(same -> same && hash != null && !tooLong);
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private <T> Uni<T> slowly(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
