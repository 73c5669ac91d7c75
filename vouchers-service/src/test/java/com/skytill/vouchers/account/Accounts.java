package com.skytill.vouchers.account;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestCustomers;
import com.skytill.vouchers.TestProducts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Data accounts as a consumer makes them, of products and customers that the doubles serve. */
final class Accounts {

    /** Ten gigabytes a month, then slower. */
    static final String CAPPED = "ACC-CAPPED";
    /** Without a cap. */
    static final String HOME = "ACC-HOME";
    /** For allocations. */
    static final String PREPAID = "ACC-PREPAID";
    /** Not sold any more. */
    static final String RETIRED = "ACC-RETIRED";

    private Accounts() {}

    /** Serves customers and products. */
    static WireMock serve(URI services) {
        var server = WireMock.create()
                .host(services.getHost())
                .port(services.getPort())
                .build();
        TestCustomers.serve(server);
        TestProducts.serve(
                server,
                TestProducts.page(
                        TestProducts.product(
                                1601,
                                CAPPED,
                                "\"kind\":\"account\",\"data_cap\":10000000000,\"capped_download_kbps\":512,\"capped_upload_kbps\":128"),
                        TestProducts.product(1602, HOME, "\"kind\":\"account\",\"price\":\"499.00\",\"max_devices\":9"),
                        TestProducts.product(1603, PREPAID, "\"kind\":\"prepaid\",\"data_cap\":5000000000"),
                        TestProducts.product(1604, RETIRED, "\"kind\":\"account\",\"status\":\"retired\""),
                        TestProducts.product(11, TestProducts.DAY, TestProducts.DAY_TERMS)));
        return server;
    }

    /** What {@code add_data_account} takes, with a username of its own. */
    static Map<String, Object> parameters(Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(
                Map.of("customer_id", TestCustomers.ACTIVE, "product_id", HOME, "username", username()));
        parameters.putAll(more);
        return parameters;
    }

    /** A username that nobody has. */
    static String username() {
        return "u" + UUID.randomUUID().toString().substring(0, 13) + "@wisp.example";
    }

    /** Adds it, whatever comes of it. */
    static ValidatableResponse tryAdd(Map<String, ?> more) {
        return tryAdd(TestToken.administrator(), parameters(more));
    }

    /** Adds it as somebody. */
    static ValidatableResponse tryAdd(TestToken token, Map<String, ?> parameters) {
        return by(token, "add_data_account", parameters);
    }

    /** Adds it, which must work. */
    static JsonPath add(Map<String, ?> more) {
        return tryAdd(more).statusCode(201).extract().jsonPath();
    }

    /** An operation by somebody. */
    static ValidatableResponse by(TestToken token, String operation, Map<String, ?> parameters) {
        return Api.bearer(token)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(parameters)
                .post("/api/v1/" + operation)
                .then();
    }
}
