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

    Passwords(Vertx vertx, @ConfigProperty(name = "skytill.auth.bcrypt-cost", defaultValue = "12") int cost) {
        this.vertx = vertx;
        this.cost = cost;
        this.nobody = BcryptUtil.bcryptHash("a password that nobody has", cost);
    }

    /** The hash of a password that a person chose. */
    public Uni<String> hash(String password) {
        return slowly(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** The hash of a secret that we made at random. */
    public Uni<String> hashSecret(String secret) {
        return slowly(() -> BcryptUtil.bcryptHash(secret, SECRET_COST));
    }

    /** Whether the password has that hash. With no hash (an unknown user) it takes as long and is false. */
    public Uni<Boolean> matches(String password, String hash) {
        boolean tooLong = password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
        String given = tooLong ? "" : password;
        return slowly(() -> BcryptUtil.matches(given, hash == null ? nobody : hash))
                .map(same -> same && hash != null && !tooLong);
    }

    private <T> Uni<T> slowly(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
