package com.skytill.gateway.cors;

import com.skytill.gateway.stub.StubServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

/** A gateway as it comes. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class CorsOffTest {

    @Test
    void requestWhenNoOriginNamedThenNoneAllowed() {
        given().header("Origin", "https://app.example.org")
                .get("/")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", nullValue());
        given().header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(405)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
