package com.skytill.vouchers.batch;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.VoucherDatabase;
import io.restassured.path.json.JsonPath;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static org.awaitility.Awaitility.await;

/** Batches as a consumer sees them. */
final class Batches {

    private Batches() {}

    /** Queues a batch; answers its ID. */
    static long add(String product, int quantity) {
        return add(product, quantity, Map.of());
    }

    static long add(String product, int quantity, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("product_id", product);
        parameters.put("quantity", quantity);
        return Api.call("add_hotspot_voucher_batch", parameters)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("batch.batch_id");
    }

    /** Queues a batch and waits until its vouchers are there. */
    static long completed(String product, int quantity, Map<String, ?> more) {
        long batch = add(product, quantity, more);
        awaitStatus(batch, "completed");
        return batch;
    }

    static JsonPath get(long batch) {
        return Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String status(long batch) {
        return get(batch).getString("status");
    }

    static void awaitStatus(long batch, String status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> status(batch).equals(status));
    }

    static void cancel(long batch) {
        Api.call("cancel_hotspot_voucher_batch", Map.of("batch_id", batch)).statusCode(200);
    }

    /** How many vouchers of it there are, and identities beside them. */
    static long vouchers(long batch) {
        return VoucherDatabase.number(
                "select count(*) from vouchers v join identities i on i.identity_id = v.voucher_id"
                        + " where v.batch_id = ?",
                batch);
    }
}
