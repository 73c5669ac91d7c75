package com.skytill.e2e.voucher;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The same update sent many times at once happens once. */
@ExtendWith(SuiteExtension.class)
class IdempotencyIT {

    private static final int CALLS = 200;
    private static final int KEYS = 10;

    private final RunningSuite suite;

    IdempotencyIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void twoHundredCallsWithTenKeysThenTenVouchersAndEqualAnswers() throws Exception {
        var product = product();
        var keys = new ArrayList<String>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(UUID.randomUUID().toString());
        }
        var answers = new HashMap<String, List<ApiAnswer>>();
        var calls = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CALLS; i++) {
            var key = keys.get(i % KEYS);
            calls.add(() -> {
                var answer = issue(product, key);
                synchronized (answers) {
                    answers.computeIfAbsent(key, any -> new ArrayList<>()).add(answer);
                }
                return null;
            });
        }
        runTogether(calls);

        var codes = new HashSet<String>();
        for (var key : keys) {
            codes.add(assertOneAnswer(key, answers.get(key), product));
        }
        assertEquals(KEYS, codes.size());
        var issued = suite.mustCall("get_hotspot_vouchers", Map.of("product_id", product, "limit", 500))
                .json()
                .path("items");
        assertEquals(KEYS, issued.size());
    }

    @Test
    void keyWhenUsedWithOtherParametersThenRefused() throws Exception {
        var product = product();
        var key = UUID.randomUUID().toString();
        issue(product, key);

        var other = suite.call(
                "add_hotspot_voucher",
                Map.of("product_id", product, "voucher_comment", "other", "idempotency_key", key));

        assertEquals(422, other.status(), other.body());
        assertEquals("idempotency_key_reused", other.code());
    }

    /** All that were answered were answered alike; the others came while the first was running, and are answered so when sent again. */
    private String assertOneAnswer(String key, List<ApiAnswer> answers, String product) throws Exception {
        assertEquals(CALLS / KEYS, answers.size());
        var first = issue(product, key);
        assertEquals("true", first.header("Idempotency-Replayed"));
        for (var answer : answers) {
            if (answer.status() == 409) {
                assertEquals("idempotency_key_in_use", answer.code(), answer.body());
            } else {
                assertEquals(201, answer.status(), answer.body());
                assertEquals(first.body(), answer.body());
            }
        }
        assertTrue(answers.stream().anyMatch(answer -> answer.status() == 201));
        return first.text("/voucher/voucher_code");
    }

    private ApiAnswer issue(String product, String key) throws Exception {
        return suite.call("add_hotspot_voucher", Map.of("product_id", product, "idempotency_key", key));
    }

    private String product() throws Exception {
        var code = "e2e-" + UUID.randomUUID();
        suite.mustCall(
                "add_data_product",
                Map.of(
                        "name",
                        "Idempotent",
                        "product_code",
                        code,
                        "kind",
                        "hotspot",
                        "price",
                        "10.00",
                        "download_kbps",
                        1024,
                        "upload_kbps",
                        1024));
        return code;
    }

    private static void runTogether(List<Callable<Void>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : executor.invokeAll(calls)) {
                done.get();
            }
        }
    }
}
