package com.skytill.e2e.input;

import com.skytill.e2e.contract.BadValues;
import com.skytill.e2e.contract.ContractOperation;
import com.skytill.e2e.contract.ContractParameter;
import com.skytill.e2e.contract.Contracts;
import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every parameter of every operation, given wrongly in every way: a 400 that names it, and nothing is changed. */
@ExtendWith(SuiteExtension.class)
class BadInputIT {

    // Below what the gateway takes as a request line, with the rest of the line.
    private static final int LONGEST_ADDRESS = 16_000;

    private final RunningSuite suite;
    private DatabaseContents before;

    BadInputIT(RunningSuite suite) {
        this.suite = suite;
    }

    static List<ContractOperation> operations() {
        return Contracts.operations();
    }

    @BeforeEach
    void remember() throws Exception {
        before = DatabaseContents.of(suite);
    }

    @AfterEach
    void nothingChanged() throws Exception {
        assertEquals(Map.of(), DatabaseContents.of(suite).changesSince(before));
    }

    @Test
    void contractThenHasTheOperationsOfTheMainJob() {
        var names = operations().stream().map(ContractOperation::name).toList();

        assertTrue(
                names.containsAll(List.of(
                        "get_config_settings",
                        "get_oauth_user_details",
                        "add_data_product",
                        "get_available_data_products",
                        "add_hotspot",
                        "get_available_hotspot_list",
                        "add_hotspot_voucher",
                        "get_hotspot_vouchers",
                        "get_hotspot_voucher_usage",
                        "expire_hotspot_voucher",
                        "add_billing_group",
                        "get_billing_groups",
                        "add_sales_lead",
                        "get_sales_leads")),
                names.toString());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parameterWhenMissingThenNamed(ContractOperation operation) {
        check(
                operation,
                parameter -> parameter.required() ? List.of(Call.by(operation)) : List.of(),
                "missing_parameter");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parameterWhenMalformedOrOutOfRangeThenNamed(ContractOperation operation) {
        check(
                operation,
                parameter -> BadValues.of(parameter).stream()
                        .map(value -> Call.by(operation).with(parameter.name(), value))
                        .toList(),
                "invalid_parameter");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parameterWhenDoubledThenNamed(ContractOperation operation) {
        check(
                operation,
                parameter ->
                        List.of(Call.by(operation).with(parameter.name(), "1").with(parameter.name(), "1")),
                "duplicate_parameter");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parameterWhenMisspeltThenNamedWithTheNearestRightName(ContractOperation operation) {
        var checks = new ArrayList<Executable>();
        for (var parameter : operation.parameters()) {
            var misspelt = parameter.name() + "x";
            for (var way : Way.values()) {
                checks.add(() -> {
                    var answer = way.send(suite, Call.by(operation).with(misspelt, "1"));
                    assertNames(answer, misspelt, "unknown_parameter", operation + " by " + way);
                    assertTrue(suggestion(answer, misspelt).contains(parameter.name()), answer.body());
                });
            }
        }
        assertAll(checks);
    }

    private static String suggestion(ApiAnswer answer, String misspelt) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .filter(error -> error.path("parameter").asText().equals(misspelt))
                .map(error -> error.path("message").asText())
                .findFirst()
                .orElse("");
    }

    private interface Calls {
        List<Call> of(ContractParameter parameter);
    }

    private void check(ContractOperation operation, Calls calls, String code) {
        var checks = new ArrayList<Executable>();
        for (var parameter : operation.parameters()) {
            for (var call : calls.of(parameter)) {
                for (var way : Way.values()) {
                    // What an address can't carry does not come as a parameter: the gateway answers 414.
                    if (way != Way.GET || fitsAnAddress(call)) {
                        checks.add(
                                () -> assertNames(way.send(suite, call), parameter.name(), code, call + " by " + way));
                    }
                }
            }
        }
        assertAll(checks);
    }

    private static boolean fitsAnAddress(Call call) {
        return call.parameters().stream()
                        .mapToInt(pair -> pair.value().length())
                        .sum()
                < LONGEST_ADDRESS;
    }

    private static void assertNames(ApiAnswer answer, String parameter, String code, String what) {
        var words = what + ": " + answer.status() + " " + answer.body();
        assertEquals(400, answer.status(), words);
        assertEquals("application/problem+json", answer.header("Content-Type").split(";", 2)[0], words);
        assertTrue(
                StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .anyMatch(error -> error.path("parameter").asText().equals(parameter)
                                && error.path("code").asText().equals(code)
                                && !error.path("message").asText().isBlank()),
                words);
        assertFalse(answer.text("/request_id").isEmpty(), words);
    }
}
