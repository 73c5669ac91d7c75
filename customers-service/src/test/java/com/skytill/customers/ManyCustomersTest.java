package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.billingGroup;
import static com.skytill.customers.Api.customersOf;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Customers added by many at once: different codes, none lost, a key's customer once. */
@QuarkusTest
class ManyCustomersTest {

    @Test
    void thousandAtOnceGetDifferentCodesWithoutGaps() throws Exception {
        int group = billingGroup();
        String letters = letters();
        var codes = Parallel.run(1000, ignored -> code(post(STAFF, "add_customer", individual(letters, group))));
        assertEquals(codes(letters, 1, 1000), new HashSet<>(codes));
    }

    @Test
    void chosenCodesAmongThemNeverLoseACustomer() throws Exception {
        int group = billingGroup();
        String letters = letters();
        var codes = Parallel.run(120, i -> {
            var parameters = individual(letters, group);
            if (i % 4 == 0) {
                parameters.put("accounting_code", "%s%03d".formatted(letters, i + 1));
            }
            var answer = post(STAFF, "add_customer", parameters);
            // A chosen code may have been generated for somebody else a moment before; a generated one never fails.
            return i % 4 == 0 && answer.statusCode() == 409 ? "" : code(answer);
        });
        var given = codes.stream().filter(code -> !code.isEmpty()).toList();
        assertEquals(given.size(), new HashSet<>(given).size());
        assertEquals(given.size(), customersOf(group));
    }

    @Test
    void failedInsertLeavesNoGap() {
        int group = billingGroup();
        String letters = letters();
        assertEquals(letters + "001", code(post(STAFF, "add_customer", individual(letters, group))));
        var bad = individual(letters, 999_999_999);
        post(STAFF, "add_customer", bad).then().statusCode(400);
        assertEquals(letters + "002", code(post(STAFF, "add_customer", individual(letters, group))));
    }

    @Test
    void numberGrowsToFourDigitsPast999() throws Exception {
        int group = billingGroup();
        String letters = letters();
        Parallel.run(999, i -> {
            var parameters = individual(letters, group);
            parameters.put("accounting_code", "%s%03d".formatted(letters, i + 1));
            return code(post(STAFF, "add_customer", parameters));
        });
        assertEquals(letters + "1000", code(post(STAFF, "add_customer", individual(letters, group))));
        assertEquals(letters + "1001", code(post(STAFF, "add_customer", individual(letters, group))));
    }

    @Test
    void fiftyWithFiveKeysAddFive() throws Exception {
        int group = billingGroup();
        var parameters = IntStream.range(0, 5)
                .mapToObj(i -> individual("Key " + i, group))
                .toList();
        String keys = UUID.randomUUID().toString();
        var answers = Parallel.run(50, i -> {
            var answer = keyed(keys + i % 5, parameters.get(i % 5));
            assertEquals(201, answer.statusCode(), answer.asString());
            return i % 5 + answer.asString();
        });
        assertEquals(5, new HashSet<>(answers).size());
        assertEquals(5, customersOf(group));
    }

    @Test
    void sameKeyGetsTheFirstAnswerByteForByte() {
        int group = billingGroup();
        var parameters = individual("Piet", group);
        String key = UUID.randomUUID().toString();
        var first = keyed(key, parameters);
        assertEquals(201, first.statusCode());
        assertNull(first.header("Idempotency-Replayed"));
        // What the customer would now be warned of: the first answer did not have it.
        post(STAFF, "add_customer", Map.copyOf(parameters)).then().statusCode(201);
        var again = keyed(key, parameters);
        assertEquals(201, again.statusCode());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.asString(), again.asString());
        parameters.put("notes", "other");
        keyed(key, parameters).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        assertEquals(2, customersOf(group));
    }

    private static Response keyed(String key, Map<String, ?> parameters) {
        return given().header("Authorization", STAFF.bearer())
                .header("Idempotency-Key", key)
                .formParams(parameters)
                .post("/api/v1/add_customer");
    }

    private static String code(Response answer) {
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.path("customer.accounting_code");
    }

    private static Set<String> codes(String letters, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "%s%03d".formatted(letters, number))
                .collect(Collectors.toSet());
    }
}
