package com.skytill.gateway.access;

import com.skytill.gateway.stub.AccessLines;
import com.skytill.gateway.stub.StubServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(AccessLogOffTest.Off.class)
class AccessLogOffTest {

    /** Something in front of the gateway logs. */
    public static final class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("skytill.gateway.access-log.enabled", "false");
        }
    }

    @Test
    void requestWhenOffThenNotLogged() {
        try (var lines = AccessLines.listen()) {
            given().get("/").then().statusCode(200);
            given().get("/").then().statusCode(200);
            // Same connection: what belongs to the first would have been logged before the second was read.
            assertTrue(lines.isSilent());
        }
    }
}
