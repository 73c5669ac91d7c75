package com.skytill.products;

import com.skytill.testing.token.TestToken;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** The service as its callers see it. */
final class Api {

    /** May approve, so what they submit is applied at once. */
    static final TestToken STAFF = TestToken.administrator().by("1", "staff");

    /** May submit, but not approve. */
    static final TestToken STRANGER = TestToken.of("products_write").by("2", "stranger");

    static final String DATA = "get_available_data_products";
    static final String NON_DATA = "get_available_non_data_products";

    private Api() {}

    static Response post(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .formParams(parameters)
                .post("/api/v1/" + operation);
    }

    static Response get(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .queryParams(parameters)
                .get("/api/v1/" + operation);
    }

    /** What staff submit. */
    static ValidatableResponse submit(String operation, Map<String, ?> parameters) {
        return post(STAFF, operation, parameters).then();
    }

    /** Those products in the list that have the text in their name or code. */
    static List<Map<String, Object>> found(String list, String search) {
        return get(STAFF, list, Map.of("search", search))
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Where a replica goes on from now. */
    static long changedThrough() {
        return get(STAFF, DATA, Map.of("changed_since", Long.MAX_VALUE / 16))
                .then()
                .extract()
                .jsonPath()
                .getLong("changed_through");
    }

    /** What a replica hears of the product since then; null when nothing. */
    static Map<String, Object> changed(long since, String code) {
        List<Map<String, Object>> items = get(STAFF, DATA, Map.of("changed_since", since, "search", code))
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.isEmpty() ? null : items.getFirst();
    }

    /** Parameters of a data product that lacks nothing; change one thing. */
    static Map<String, Object> account(String code) {
        var parameters = new HashMap<String, Object>();
        parameters.put("name", "Home");
        parameters.put("product_code", code);
        parameters.put("kind", "account");
        parameters.put("price", "499.00");
        parameters.put("download_kbps", "10240");
        parameters.put("upload_kbps", "2048");
        return parameters;
    }

    /** The same for a hotspot product. */
    static Map<String, Object> hotspot(String code) {
        var parameters = account(code);
        parameters.put("kind", "hotspot");
        return parameters;
    }

    /** Parameters of a non-data product. */
    static Map<String, Object> hosting(String code) {
        var parameters = new HashMap<String, Object>();
        parameters.put("name", "Hosting");
        parameters.put("product_code", code);
        parameters.put("price", "99.9");
        parameters.put("billing_period", "monthly");
        return parameters;
    }

    /** Adds it and gives its ID. */
    static int added(String operation, Map<String, ?> parameters) {
        return submit(operation, parameters).statusCode(201).extract().path("product.product_id");
    }

    /** The parameters with one more, or with another value. */
    static Map<String, Object> with(Map<String, ?> parameters, String name, Object value) {
        var more = new HashMap<String, Object>(parameters);
        more.put(name, value);
        return more;
    }

    /** A text that nothing else has in its name or code. */
    static String code() {
        return "P-" + UUID.randomUUID().toString().substring(0, 18);
    }
}
