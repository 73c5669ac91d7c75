package com.skytill.products;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static com.skytill.products.Api.DATA;
import static com.skytill.products.Api.STAFF;
import static com.skytill.products.Api.STRANGER;
import static com.skytill.products.Api.account;
import static com.skytill.products.Api.added;
import static com.skytill.products.Api.code;
import static com.skytill.products.Api.found;
import static com.skytill.products.Api.get;
import static com.skytill.products.Api.post;
import static com.skytill.products.Api.submit;
import static com.skytill.products.Api.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class FupPoliciesTest {

    private static final String LIMIT = "fup_speed_limit_policy";
    private static final String BOOST = "fup_speed_boost_policy";

    @Test
    void speedLimitPolicyIsShownStructured() {
        String name = code();
        int id = submit("add_" + LIMIT, limit(name, "10GB:2048/512, 80%:50%"))
                .statusCode(201)
                .extract()
                .path(LIMIT + ".fup_speed_limit_policy_id");
        String policy = "items.find { it.fup_speed_limit_policy_id == " + id + " }";
        get(STAFF, "get_available_fup_speed_limit_policies", Map.of("limit", 500))
                .then()
                .statusCode(200)
                .body(policy + ".name", equalTo(name))
                .body(policy + ".window", equalTo("PT24H"))
                .body(policy + ".tiers.threshold_bytes", equalTo(java.util.Arrays.asList(10_000_000_000L, null)))
                .body(policy + ".tiers[0].download_kbps", equalTo(2048))
                .body(policy + ".tiers[0].upload_kbps", equalTo(512))
                .body(policy + ".tiers[0].download_percent", nullValue())
                .body(policy + ".tiers[1].threshold_percent", equalTo(80))
                .body(policy + ".tiers[1].upload_percent", equalTo(50));
    }

    @Test
    void speedBoostPolicyIsShownStructured() {
        String name = code();
        var parameters = boost(name, "mon-fri 18:00-06:00; public_holidays 00:00-24:00");
        parameters.put("public_holidays", "2026-12-26, 2026-12-25");
        parameters.put("upload_boost", "512");
        parameters.put("applies_when_capped", "true");
        int id =
                submit("add_" + BOOST, parameters).statusCode(201).extract().path(BOOST + ".fup_speed_boost_policy_id");
        String policy = "items.find { it.fup_speed_boost_policy_id == " + id + " }";
        get(STAFF, "get_available_fup_speed_boost_policies", Map.of("limit", 500))
                .then()
                .statusCode(200)
                .body(policy + ".name", equalTo(name))
                .body(policy + ".schedule[0].days", equalTo(List.of("mon", "tue", "wed", "thu", "fri")))
                .body(policy + ".schedule[0].start", equalTo("18:00"))
                .body(policy + ".schedule[0].stop", equalTo("06:00"))
                .body(policy + ".schedule[0].crosses_midnight", equalTo(true))
                .body(policy + ".schedule[0].public_holidays", equalTo(false))
                .body(policy + ".schedule[1].days", equalTo(List.of()))
                .body(policy + ".schedule[1].public_holidays", equalTo(true))
                .body(policy + ".public_holidays", equalTo(List.of("2026-12-25", "2026-12-26")))
                .body(policy + ".download_boost_percent", equalTo(100))
                .body(policy + ".download_boost_kbps", nullValue())
                .body(policy + ".upload_boost_kbps", equalTo(512))
                .body(policy + ".applies_while_limited", equalTo(false))
                .body(policy + ".applies_when_capped", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiers | 10GB:2048, 5GB:1024 | tier 2: its threshold must be above",
                "tiers | 10GB:2048; 20GB:1024 | tier 1: must be threshold:speed",
                "window | PT59M | must be from PT1H to P31D",
                "window | P32D | must be from PT1H to P31D",
                "window | PT24H0.5S | must be from PT1H to P31D",
                "window | 24h | must be an ISO 8601 duration",
            })
    void faultyLimitIsRefusedByName(String parameter, String value, String message) {
        String name = code();
        submit("add_" + LIMIT, with(limit(name, "10GB:2048"), parameter, value))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)))
                .body("errors[0].message", startsWith(message));
        assertTrue(!names("limit").contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule | mon 06:00-06:00 | window 1: must begin before 24:00 and stop at another time",
                "schedule | public_holidays 06:00-08:00 | is mandatory: the schedule names public_holidays",
                "public_holidays | 2026-12-25 | is not asked for",
                "public_holidays | 2026-13-25 | date 1: must be a date",
                "download_boost | 0% | must be at least 1 kbit/s",
                "applies_when_capped | yes | must be true or false",
            })
    void faultyBoostIsRefusedByName(String parameter, String value, String message) {
        String name = code();
        submit("add_" + BOOST, with(boost(name, "mon 18:00-06:00"), parameter, value))
                .statusCode(400)
                .body("errors.message", hasItem(startsWith(message)));
        assertTrue(!names("boost").contains(name));
    }

    @Test
    void boostWithoutBoostIsRefused() {
        var parameters = boost(code(), "mon 18:00-06:00");
        parameters.remove("download_boost");
        submit("add_" + BOOST, parameters).statusCode(400).body("errors.parameter", equalTo(List.of("download_boost")));
        submit("add_" + BOOST, Map.of("name", "x"))
                .statusCode(400)
                .body("errors.parameter", hasItems("schedule", "download_boost"));
        submit("add_" + LIMIT, Map.of("name", "x"))
                .statusCode(400)
                .body("errors.parameter", hasItems("window", "tiers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMIT, BOOST})
    void nameIsUniqueHoweverManyAddAtOnceAndWaitingOnesAreNotListed(String policy) throws Exception {
        String name = code();
        post(STRANGER, "add_" + policy, parameters(policy, name)).then().statusCode(202);
        assertTrue(!names(policy.contains("limit") ? "limit" : "boost").contains(name));
        var statuses = Parallel.run(
                8,
                i -> post(STAFF, "add_" + policy, parameters(policy, i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT)))
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
    }

    @Test
    void productsShowWhatTheirPoliciesSay() {
        String code = code();
        var parameters = account(code);
        parameters.put("data_cap", "100GB");
        parameters.put("fup_speed_limit_policy_id", addLimit("50%:50%"));
        parameters.put("fup_speed_boost_policy_id", addBoost());
        submit("add_data_product", parameters)
                .statusCode(201)
                .body("product.fup_speed_limit_policy.tiers[0].threshold_percent", equalTo(50))
                .body("product.fup_speed_boost_policy.schedule[0].start", equalTo("18:00"));
        added("add_data_product", account(code + "-plain"));
        get(STAFF, DATA, Map.of("search", code))
                .then()
                .body("items[0].fup_speed_limit_policy.window", equalTo("PT24H"))
                .body("items[0].fup_speed_boost_policy.download_boost_percent", equalTo(100))
                .body("items[1].fup_speed_limit_policy", nullValue())
                .body("items[1].fup_speed_boost_policy", nullValue());
    }

    @Test
    void policyThatDoesNotFitIsRefusedByName() {
        int percent = addLimit("50%:50%");
        int mixed = addLimit("10GB:2048, 80%:512");
        String code = code();
        submit("add_data_product", with(account(code), "fup_speed_limit_policy_id", percent))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("fup_speed_limit_policy_id")))
                .body(
                        "errors[0].message",
                        equalTo("does not fit: tier 1: has a threshold in percent of the cap, and the product has no"
                                + " data_cap"));
        var capped = with(account(code), "data_cap", "5GB");
        submit("add_data_product", with(capped, "fup_speed_limit_policy_id", mixed))
                .statusCode(400)
                .body("errors[0].message", startsWith("does not fit: tier 2: comes out of order with this data_cap"));
        submit("add_data_product", with(capped, "fup_speed_limit_policy_id", 999_999_999))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("fup_speed_limit_policy_id")));
        submit("add_data_product", with(capped, "fup_speed_boost_policy_id", 999_999_999))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("fup_speed_boost_policy_id")));
        assertTrue(found(DATA, code).isEmpty());
    }

    static int addLimit(String tiers) {
        return submit("add_" + LIMIT, limit(code(), tiers))
                .statusCode(201)
                .extract()
                .path(LIMIT + ".fup_speed_limit_policy_id");
    }

    private static int addBoost() {
        return submit("add_" + BOOST, boost(code(), "mon-fri 18:00-06:00"))
                .statusCode(201)
                .extract()
                .path(BOOST + ".fup_speed_boost_policy_id");
    }

    private static Map<String, Object> parameters(String policy, String name) {
        return policy.equals(LIMIT) ? limit(name, "10GB:2048") : boost(name, "mon 18:00-06:00");
    }

    private static Map<String, Object> limit(String name, String tiers) {
        return new HashMap<>(Map.of("name", name, "window", "PT24H", "tiers", tiers));
    }

    private static Map<String, Object> boost(String name, String schedule) {
        return new HashMap<>(Map.of("name", name, "schedule", schedule, "download_boost", "100%"));
    }

    private static List<String> names(String sort) {
        return get(STAFF, "get_available_fup_speed_" + sort + "_policies", Map.of("limit", 500))
                .then()
                .extract()
                .path("items.name");
    }
}
