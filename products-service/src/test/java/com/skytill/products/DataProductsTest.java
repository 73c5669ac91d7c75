package com.skytill.products;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class DataProductsTest {

    private static final String ADD = "/api/v1/add_data_product";
    private static final String LIST = "/api/v1/get_available_data_products";

    @Test
    void addedProductIsListedWithItsTerms() {
        String code = code();
        add(hotspot(code).formParam("data_cap", "5 GB").formParam("validity", "P30D"))
                .statusCode(201)
                .body("status", equalTo("applied"))
                .body("update_id", greaterThan(0))
                .body("product.product_id", greaterThan(0))
                .body("product.price", equalTo("49.90"));
        call("products_read")
                .queryParam("search", code.toLowerCase(java.util.Locale.ROOT))
                .get(LIST)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.size()", equalTo(1))
                .body("items[0].product_code", equalTo(code))
                .body("items[0].data_cap", equalTo(5_000_000_000L))
                .body("items[0].validity", equalTo("PT720H"))
                .body("items[0].validity_starts", equalTo("first_use"))
                .body("items[0].time_quota", nullValue())
                .body("next", nullValue());
    }

    @Test
    void takesQueryFormMultipartAndJsonAlike() {
        var parameters = Map.of(
                "name", "Day",
                "kind", "hotspot",
                "price", "10",
                "download_kbps", "2048",
                "upload_kbps", "512");
        administrator()
                .queryParams(parameters)
                .queryParam("product_code", code())
                .get(ADD)
                .then()
                .statusCode(201);
        administrator()
                .formParams(parameters)
                .formParam("product_code", code())
                .post(ADD)
                .then()
                .statusCode(201);
        var multipart = administrator().multiPart("product_code", code());
        parameters.forEach(multipart::multiPart);
        multipart.post(ADD).then().statusCode(201);
        administrator()
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\":\"Day\",\"kind\":\"hotspot\",\"price\":10.0,\"download_kbps\":2048,\"upload_kbps\":512,"
                                + "\"data_cap\":null,\"product_code\":\"" + code() + "\"}")
                .post(ADD)
                .then()
                .statusCode(201)
                .body("product.price", equalTo("10.00"));
    }

    @Test
    void tellsAllFaultsAtOnceAndChangesNothing() {
        String code = code();
        administrator()
                .formParam("product_code", code)
                .formParam("nmae", "Day")
                .formParam("kind", "wifi")
                .formParam("price", "1,5")
                .formParam("download_kbps", "-1")
                .formParam("upload_kbps", "512", "513")
                .post(ADD)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid_request"))
                .body("type", startsWith(TestToken.ISSUER + "/api/errors#"))
                .body("request_id", not(nullValue()))
                .body("errors.parameter", hasItems("name", "nmae", "kind", "price", "download_kbps", "upload_kbps"))
                .body("errors.find { it.parameter == 'nmae' }.message", equalTo("is unknown; did you mean name?"))
                .body("errors.find { it.parameter == 'upload_kbps' }.code", equalTo("duplicate_parameter"));
        call("products_read").queryParam("search", code).get(LIST).then().body("items.size()", equalTo(0));
    }

    @Test
    void refusesCombinationsThatMakeNoSense() {
        add(hotspot(code()).formParam("capped_download_kbps", "64").formParam("capped_upload_kbps", "64"))
                .statusCode(400)
                .body("errors.parameter", hasItems("capped_download_kbps", "capped_upload_kbps"));
        add(hotspot(code()).formParam("data_cap", "1GB").formParam("capped_download_kbps", "64"))
                .statusCode(400)
                .body("errors.parameter", hasItem("capped_upload_kbps"));
        add(hotspot(code()).formParam("validity", "PT0.5S").formParam("time_quota", "PT1.5S"))
                .statusCode(400)
                .body("errors.parameter", hasItems("validity", "time_quota"));
        add(hotspot(code()).formParam("group_id", "999999"))
                .statusCode(400)
                .body("errors.parameter", hasItem("group_id"));
    }

    @Test
    void codeIsUniqueInWhateverCaseAndNeverOfDigitsAlone() {
        String code = code();
        add(hotspot(code)).statusCode(201);
        add(hotspot(code.toLowerCase(java.util.Locale.ROOT))).statusCode(409).body("code", equalTo("already_exists"));
        add(hotspot("12345")).statusCode(400).body("errors.parameter", hasItem("product_code"));
    }

    @Test
    void replicaMissesNothing() {
        long since = call("products_read")
                .queryParam("changed_since", 0)
                .get(LIST)
                .then()
                .extract()
                .jsonPath()
                .getLong("changed_through");
        String code = code();
        add(hotspot(code)).statusCode(201);
        call("products_read")
                .queryParam("changed_since", since)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.product_code", hasItem(code));
    }

    @Test
    void withoutTokenOrPermissionNothingIsTold() {
        given().get(LIST)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("invalid_token"));
        bearer(TestToken.of("products_read").expired())
                .get(LIST)
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_token"));
        bearer(TestToken.of("products_read").from("http://stranger"))
                .get(LIST)
                .then()
                .statusCode(401);
        bearer(TestToken.of("products_read").to("other")).get(LIST).then().statusCode(401);
        given().header("Authorization", "Bearer nonsense").get(LIST).then().statusCode(401);
        call("radius_write")
                .get(LIST)
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"))
                .body("detail", equalTo("This needs the permission products_read"));
        call("products_read").post(ADD).then().statusCode(403);
        call("products_write").get(LIST).then().statusCode(200);
    }

    @Test
    void pagesByKeyset() {
        String common = code();
        for (int i = 0; i < 3; i++) {
            add(hotspot(common + "-" + i)).statusCode(201);
        }
        var first = call("products_read")
                .queryParam("search", common)
                .queryParam("limit", 2)
                .get(LIST)
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .jsonPath();
        call("products_read")
                .queryParam("search", common)
                .queryParam("limit", 2)
                .queryParam("after", first.getString("next"))
                .get(LIST)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].product_code", equalTo(common + "-2"))
                .body("next", nullValue());
        call("products_read")
                .queryParam("after", "bogus")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("after"));
        call("products_read")
                .queryParam("limit", "501")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("limit"));
    }

    @Test
    void groupsAndTypesAreListed() {
        call("products_read")
                .get("/api/v1/get_available_product_groups")
                .then()
                .statusCode(200)
                .body("next", nullValue());
        call("products_read")
                .get("/api/v1/get_available_product_types")
                .then()
                .statusCode(200)
                .body("next", nullValue());
    }

    @Test
    void unknownOperationHintsAtTheNearest() {
        call("products_read")
                .get("/api/v1/get_available_data_product")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown_operation"))
                .body("detail", equalTo("There is no such operation; did you mean get_available_data_products?"));
    }

    private static ValidatableResponse add(RequestSpecification request) {
        return request.post(ADD).then();
    }

    private static RequestSpecification hotspot(String code) {
        return administrator()
                .formParam("name", "Month of Wi-Fi")
                .formParam("product_code", code)
                .formParam("kind", "hotspot")
                .formParam("price", "49.90")
                .formParam("download_kbps", "10240")
                .formParam("upload_kbps", "2048");
    }

    private static RequestSpecification administrator() {
        return bearer(TestToken.administrator());
    }

    private static RequestSpecification call(String permission) {
        return bearer(TestToken.of(permission));
    }

    private static RequestSpecification bearer(TestToken token) {
        return given().header("Authorization", token.bearer());
    }

    private static String code() {
        return "P-" + UUID.randomUUID().toString().substring(0, 18);
    }
}
