package com.skytill.gateway.route;

import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class RoutingTest {

    @Test
    void requestWhenOperationMisspeltThenNearestNamed() {
        given().get("/api/v1/get_hotspot_voucher")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown_operation"))
                .body("detail", containsString("did you mean get_hotspot_vouchers?"));
    }

    @Test
    void requestWhenMethodWrongThenAllowTold() {
        given().delete("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, POST")
                .body("code", equalTo("method_not_allowed"));
        given().head("/api/v1/add_hotspot_voucher").then().statusCode(405).header("Allow", "GET, POST");
        given().get("/api/v1/import_hotspot_vouchers").then().statusCode(405).header("Allow", "POST");
    }

    @Test
    void requestWhenPermissionLackingThenNamed() {
        given().header("Authorization", "Bearer " + Tokens.of("products"))
                .post("/api/v1/add_hotspot_voucher")
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"skytill\", error=\"insufficient_scope\", scope=\"radius_write\"")
                .body("code", equalTo("insufficient_permission"))
                .body("detail", containsString("radius_write"));
    }

    @Test
    void requestWhenAnyTokenWillDoThenPassed() {
        given().header("Authorization", "Bearer " + Tokens.of("none"))
                .get("/api/v1/get_config_settings")
                .then()
                .statusCode(200);
    }

    @Test
    void requestWhenHeadThenHeadersWithoutBody() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .head("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(200)
                .header("X-Answer", "passes");
    }

    @Test
    void requestWhenPathIsInsideThenNotFound() throws IOException {
        String[] inside = {
            "/radius/authorize",
            "/api/v1/../../radius/authorize",
            "/api/v1/%2e%2e/%2e%2e/radius/authorize",
            "/api/v1/..%2fradius%2fauthorize",
            "/api/v1//radius/authorize",
            "/api/v1/get_hotspot_vouchers/",
            "/api/v1/get_hotspot_vouchers;x=1",
            "/api/v1/get%5Fhotspot_vouchers",
            "/api/v1/get_hotspot_vouchers%2f..%2fq%2fmetrics",
            "/api/v1/",
            "/oauth/../radius/authorize",
            "/oauth/%2e%2e/radius/authorize",
            "/oauth/..%2fradius/authorize",
            "/oauth//radius",
            "/oauth/x/..",
            "/sso/../q/metrics",
            "/.well-known/..;/radius/authorize",
            "/api",
            "/api/errors",
            "/nothing",
        };
        for (String path : inside) {
            String answer = RawHttp.send(RestAssured.port, """
                    GET %s HTTP/1.1
                    Host: gateway.test
                    Connection: close
                    Authorization: Bearer %s

                    """.formatted(path, Tokens.radius()));
            assertTrue(answer.startsWith("HTTP/1.1 404 "), path + " " + answer);
            assertTrue(answer.contains("application/problem+json"), path);
        }
    }

    @Test
    void requestToOwnPages() {
        given().get("/")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("http://gateway.test/openapi"))
                .body("health", equalTo("http://gateway.test/q/health"));
        given().post("/openapi").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void requestForOpenApiThenOneDocumentWithoutCollisions() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey("/api/v1/get_hotspot_vouchers"))
                .body("paths", hasKey("/api/v1/get_available_data_products"))
                .body("paths", not(hasKey("/radius/authorize")))
                .body("components.schemas", hasKey("Vouchers_Page"))
                .body("components.schemas", hasKey("Products_Page"))
                .body(
                        "components.schemas.Vouchers_Page.properties.items.items.'$ref'",
                        equalTo("#/components/schemas/Vouchers_Page/properties/next"));
        given().get("/openapi")
                .then()
                .body("paths.'/api/v1/get_hotspot_vouchers'.get", not(hasKey("security")))
                .body("components.securitySchemes", hasKey("token"))
                .body("components.securitySchemes", not(hasKey("jwt")));
    }
}
