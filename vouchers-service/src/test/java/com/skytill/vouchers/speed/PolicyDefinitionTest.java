package com.skytill.vouchers.speed;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PolicyDefinitionTest {

    private static final String TIER = """
            {"threshold_bytes":10000000000,"threshold_percent":null,"download_kbps":2048,"download_percent":null,
             "upload_kbps":null,"upload_percent":50}""";
    private static final String WINDOW = """
            {"days":["sat","sun"],"public_holidays":true,"start":"18:30","stop":"06:00","crosses_midnight":true}""";

    @Test
    void limitIsReadAsProductsServiceAnswersIt() {
        assertEquals(
                Policies.limit("10000000000:2048/50%"),
                PolicyDefinition.limit(new JsonObject(
                        "{\"fup_speed_limit_policy_id\":1,\"name\":\"N\",\"window\":\"PT24H\",\"tiers\":[" + TIER
                                + "]}")));
    }

    @Test
    void boostIsReadAsProductsServiceAnswersIt() {
        assertEquals(
                Policies.boost(
                        "50%/-",
                        "sat,sun,public_holidays 18:30-06:00; mon 00:00-24:00",
                        Set.of(LocalDate.parse("2026-12-25")),
                        true,
                        false),
                PolicyDefinition.boost(boost(WINDOW
                        + ",{\"days\":[\"mon\"],\"public_holidays\":false,\"start\":\"00:00\",\"stop\":\"24:00\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tiers\":[]}",
                "{\"window\":86400,\"tiers\":[]}",
                "{\"window\":\"a day\",\"tiers\":[]}",
                "{\"window\":\"PT24H\"}",
                "{\"window\":\"PT24H\",\"tiers\":[7]}",
                "{\"window\":\"PT24H\",\"tiers\":[{\"download_kbps\":1,\"upload_kbps\":1}]}",
                "{\"window\":\"PT24H\",\"tiers\":[{\"threshold_bytes\":1,\"download_kbps\":1}]}",
                "{\"window\":\"PT24H\",\"tiers\":[{\"threshold_bytes\":1,\"threshold_percent\":1,\"download_kbps\":1,"
                        + "\"upload_kbps\":1}]}"
            })
    void limitThatIsNotUnderstoodFails(String json) {
        assertThrows(RuntimeException.class, () -> PolicyDefinition.limit(new JsonObject(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "{\"days\":[\"someday\"],\"public_holidays\":true,\"start\":\"18:30\",\"stop\":\"06:00\"}",
                "{\"days\":[\"sat\"],\"public_holidays\":true,\"start\":\"18:30\",\"stop\":\"25:00\"}",
                "{\"days\":[\"sat\"],\"start\":\"18:30\",\"stop\":\"20:00\"}"
            })
    void boostThatIsNotUnderstoodFails(String window) {
        assertThrows(RuntimeException.class, () -> PolicyDefinition.boost(boost(window)));
    }

    private static JsonObject boost(String windows) {
        return new JsonObject("{\"schedule\":[" + windows + "],\"public_holidays\":[\"2026-12-25\"],"
                + "\"download_boost_kbps\":null,\"download_boost_percent\":50,\"upload_boost_kbps\":null,"
                + "\"upload_boost_percent\":null,\"applies_while_limited\":true,\"applies_when_capped\":false}");
    }
}
