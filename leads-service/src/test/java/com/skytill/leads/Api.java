package com.skytill.leads;

import com.skytill.testing.token.TestToken;
import io.restassured.response.Response;

import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** Calls the operations as a consumer would. */
public final class Api {

    /** Who may do everything, so that nothing waits for review. */
    public static final TestToken STAFF = TestToken.administrator();

    private Api() {}

    /** The answer to that operation by its bearer. */
    public static Response post(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(parameters)
                .post("/api/v1/" + operation);
    }

    /** The answer to that operation by staff. */
    public static Response post(String operation, Map<String, ?> parameters) {
        return post(STAFF, operation, parameters);
    }

    /** The ID of a new lead with these parameters. */
    public static int lead(Map<String, ?> parameters) {
        return post("add_sales_lead", parameters)
                .then()
                .statusCode(201)
                .extract()
                .path("lead.lead_id");
    }

    /** What that lead is now. */
    public static Response get(int leadId) {
        return post("get_sales_lead", Map.of("lead_id", leadId));
    }

    /** A name that nobody else has. */
    public static String name() {
        return "lead " + UUID.randomUUID();
    }

    /** An e-mail address that nobody else has. */
    public static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    /** A phone number that nobody else has, as ten digits with a leading zero. */
    public static String phone() {
        return "0" + (100_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 900_000_000L));
    }
}
