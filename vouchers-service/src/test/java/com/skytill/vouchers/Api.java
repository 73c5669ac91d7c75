package com.skytill.vouchers;

import com.skytill.testing.token.TestToken;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import java.util.Map;

import static io.restassured.RestAssured.given;

/** Calls the operations as a consumer would. */
public final class Api {

    private Api() {}

    /** A call with an administrator's token. */
    public static RequestSpecification administrator() {
        return bearer(TestToken.administrator());
    }

    /** A call with a token. */
    public static RequestSpecification bearer(TestToken token) {
        return given().header("Authorization", token.bearer());
    }

    /** An operation by an administrator. */
    public static ValidatableResponse call(String operation, Map<String, ?> parameters) {
        return administrator()
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(parameters)
                .post("/api/v1/" + operation)
                .then();
    }

    /** The code of a new voucher of that product. */
    public static String voucher(String product) {
        return call("add_hotspot_voucher", Map.of("product_id", product))
                .statusCode(201)
                .extract()
                .path("voucher.voucher_code");
    }

    /** What that voucher has used. */
    public static JsonPath usage(String code) {
        return call("get_hotspot_voucher_usage", Map.of("voucher_code", code))
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
