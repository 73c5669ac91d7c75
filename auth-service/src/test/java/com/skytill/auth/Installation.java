package com.skytill.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.Map;

/** A fresh installation: its first administrator, that one's client, and the services that have secrets. */
public final class Installation implements QuarkusTestResourceLifecycleManager {

    static final String ADMIN = "correct horse battery staple";
    static final String FIRST = "first-secret-that-stands-for-256-random-bits";
    static final String GATEWAY = "gateway-secret-that-stands-for-256-random-bits";
    static final String VOUCHERS = "vouchers-secret-that-stands-for-256-random-bits";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "skytill.bootstrap.password", ADMIN,
                "skytill.bootstrap.client-id", "first",
                "skytill.bootstrap.client-secret", FIRST,
                "skytill.bootstrap.redirect-url", "https://till.example/callback?till=1",
                "skytill.internal-clients.gateway.secret", GATEWAY,
                "skytill.internal-clients.vouchers.secret", VOUCHERS,
                // As low as bcrypt goes: the tests sign in often.
                "skytill.auth.bcrypt-cost", "4");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
