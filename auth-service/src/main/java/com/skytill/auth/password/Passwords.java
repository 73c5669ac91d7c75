package com.skytill.auth.password;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * Hashes and checks passwords by bcrypt, always off the event loop: a check is meant to be slow.
 * bcrypt reads 72 bytes; longer passwords are refused rather than cut.
 */
@Singleton
public final class Passwords {

    /** What bcrypt reads of a password. */
    public static final int MAX_BYTES = 72;

    private final WorkerExecutor workers;
    private final int cost;
    private final String nobody;

    Passwords(Vertx vertx, @ConfigProperty(name = "skytill.auth.bcrypt-cost", defaultValue = "12") int cost) {
        // Their own threads, no more than processors: a flood of sign-ins holds up nothing else.
        this.workers = vertx.createSharedWorkerExecutor(
                "passwords", Runtime.getRuntime().availableProcessors());
        this.cost = cost;
        this.nobody = BcryptUtil.bcryptHash("a password that nobody has", cost);
    }

    /** The hash of a password that a person chose; fails when bcrypt would cut it. */
    public Uni<String> hash(String password) {
        if (tooLong(password)) {
            throw new IllegalArgumentException("A password has at most " + MAX_BYTES + " bytes");
        }
        return slowly(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** Whether the password has that hash. With no hash (an unknown user) it takes as long and is false. */
    public Uni<Boolean> matches(String password, String hash) {
        boolean tooLong = tooLong(password);
        String compared = tooLong ? "" : password;
        return slowly(() -> BcryptUtil.matches(compared, hash == null ? nobody : hash))
                .map(same -> same && hash != null && !tooLong);
    }

    /** Whether bcrypt would cut it. */
    public static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private <T> Uni<T> slowly(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }
}
