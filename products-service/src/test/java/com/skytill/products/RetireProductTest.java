package com.skytill.products;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;

import static com.skytill.products.Api.DATA;
import static com.skytill.products.Api.NON_DATA;
import static com.skytill.products.Api.STAFF;
import static com.skytill.products.Api.STRANGER;
import static com.skytill.products.Api.account;
import static com.skytill.products.Api.added;
import static com.skytill.products.Api.changed;
import static com.skytill.products.Api.changedThrough;
import static com.skytill.products.Api.code;
import static com.skytill.products.Api.found;
import static com.skytill.products.Api.hosting;
import static com.skytill.products.Api.post;
import static com.skytill.products.Api.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A retired product can't be sold, so nobody is offered it; those who sold it still know what it is. */
@QuarkusTest
class RetireProductTest {

    private static final String RETIRE = "retire_product";

    @Test
    void retiredDataProductIsListedNoLongerButKnownToReplicas() {
        String code = code();
        int id = added("add_data_product", account(code));
        long since = changedThrough();
        submit(RETIRE, Map.of("product_id", code.toLowerCase(Locale.ROOT)))
                .statusCode(200)
                .body("product.product_id", equalTo(id))
                .body("product.product_code", equalTo(code))
                .body("product.sort", equalTo("data"))
                .body("product.status", equalTo("retired"))
                .body("product.retired_at", notNullValue());
        assertTrue(found(DATA, code).isEmpty());
        var known = changed(since, code);
        assertEquals("retired", known.get("status"));
        assertEquals(10_240, known.get("download_kbps"));
        assertNotNull(known.get("retired_at"));
    }

    @Test
    void retiredNonDataProductIsListedNoLonger() {
        String code = code();
        int id = added("add_non_data_product", hosting(code));
        submit(RETIRE, Map.of("product_id", id))
                .statusCode(200)
                .body("product.sort", equalTo("non_data"))
                .body("product.product_code", equalTo(code));
        assertTrue(found(NON_DATA, code).isEmpty());
    }

    @Test
    void retiringTwiceIsRefused() {
        int id = added("add_data_product", account(code()));
        submit(RETIRE, Map.of("product_id", id)).statusCode(200);
        submit(RETIRE, Map.of("product_id", id))
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", equalTo("This product is retired already"));
    }

    @Test
    void ofManyWhoRetireItAtOnceOneDoes() throws Exception {
        int id = added("add_data_product", account(code()));
        var statuses = Parallel.run(
                8, i -> post(STAFF, RETIRE, Map.of("product_id", id)).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
    }

    @Test
    void codeOfARetiredProductStaysTaken() {
        String code = code();
        int id = added("add_data_product", account(code));
        submit(RETIRE, Map.of("product_id", id)).statusCode(200);
        submit("add_data_product", account(code)).statusCode(409);
        submit("add_non_data_product", hosting(code)).statusCode(409);
    }

    @Test
    void unknownProductIsNotFound() {
        for (var reference : new String[] {"999999999", code(), "9".repeat(50), "0"}) {
            submit(RETIRE, Map.of("product_id", reference)).statusCode(404).body("code", equalTo("not_found"));
        }
    }

    @Test
    void waitingRetirementRetiresNothingUntilApproved() {
        String code = code();
        int id = added("add_data_product", account(code));
        long since = changedThrough();
        int update = post(STRANGER, RETIRE, Map.of("product_id", id))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(1, found(DATA, code).size());
        assertNull(changed(since, code));
        submit("approve_products_update", Map.of("update_id", update))
                .statusCode(200)
                .body("product.status", equalTo("retired"));
        assertTrue(found(DATA, code).isEmpty());
        int late = post(STRANGER, RETIRE, Map.of("product_id", id)).statusCode();
        assertEquals(409, late);
    }
}
