package com.skytill.vouchers;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/** A start of the service with a database of its own, for tests that fill it. Partitions are made when the test says so. */
public final class OwnDatabase implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("skytill.partitions.every", "off");
    }
}
