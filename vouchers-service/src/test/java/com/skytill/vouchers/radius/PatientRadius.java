package com.skytill.vouchers.radius;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/** A service that gives the database as long as a slow machine takes, for tests that make packets wait. */
public final class PatientRadius implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("skytill.radius.patience", "PT30S");
    }
}
