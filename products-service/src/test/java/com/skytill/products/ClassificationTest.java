package com.skytill.products;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import static com.skytill.products.Api.DATA;
import static com.skytill.products.Api.NON_DATA;
import static com.skytill.products.Api.STAFF;
import static com.skytill.products.Api.STRANGER;
import static com.skytill.products.Api.account;
import static com.skytill.products.Api.added;
import static com.skytill.products.Api.code;
import static com.skytill.products.Api.get;
import static com.skytill.products.Api.hosting;
import static com.skytill.products.Api.post;
import static com.skytill.products.Api.submit;
import static com.skytill.products.Api.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Groups and types: how staff sort the products of both sorts. */
@QuarkusTest
class ClassificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"group", "type"})
    void addedOneIsListedAndSortsProducts(String what) {
        String name = code();
        int id = add(what, name);
        get(STAFF, "get_available_product_" + what + "s", Map.of("limit", 500))
                .then()
                .body("items.find { it." + what + "_id == " + id + " }.name", equalTo(name));
        int product = added("add_data_product", with(account(code()), what + "_id", id));
        int other = added("add_non_data_product", with(hosting(code()), what + "_id", id));
        added("add_data_product", account(code()));
        get(STAFF, DATA, Map.of(what + "_id", id))
                .then()
                .body("items.product_id", equalTo(List.of(product)))
                .body("items[0]." + what + "_id", equalTo(id));
        get(STAFF, NON_DATA, Map.of(what + "_id", id)).then().body("items.product_id", equalTo(List.of(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "type"})
    void nameIsUniqueInWhateverCaseHoweverManyAddAtOnce(String what) throws Exception {
        String name = code();
        var statuses = Parallel.run(
                10,
                i -> post(
                                STAFF,
                                "add_product_" + what,
                                Map.of("name", i % 2 == 0 ? name : name.toLowerCase(Locale.ROOT)))
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(9, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "type"})
    void waitingOneIsNotListedAndSortsNothing(String what) {
        String name = code();
        post(STRANGER, "add_product_" + what, Map.of("name", name)).then().statusCode(202);
        get(STAFF, "get_available_product_" + what + "s", Map.of("limit", 500))
                .then()
                .body("items.name", not(hasItem(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "type"})
    void unknownOneIsRefusedByName(String what) {
        for (var product : List.of("data", "non_data")) {
            var parameters = "data".equals(product) ? account(code()) : hosting(code());
            submit("add_" + product + "_product", with(parameters, what + "_id", 999_999_999))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of(what + "_id")));
        }
        submit("add_product_" + what, Map.of())
                .statusCode(400)
                .body("errors.code", equalTo(List.of("missing_parameter")));
    }

    private static int add(String what, String name) {
        return submit("add_product_" + what, Map.of("name", name))
                .statusCode(201)
                .body("product_" + what + ".name", equalTo(name))
                .extract()
                .path("product_" + what + "." + what + "_id");
    }
}
