package com.skytill.products;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
import static com.skytill.products.Api.get;
import static com.skytill.products.Api.hosting;
import static com.skytill.products.Api.hotspot;
import static com.skytill.products.Api.post;
import static com.skytill.products.Api.submit;
import static com.skytill.products.Api.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
class UpdateProductTest {

    private static final String UPDATE = "update_data_product";
    private static final String UPDATE_OTHER = "update_non_data_product";

    @Test
    void onlyWhatIsGivenChanges() {
        String code = code();
        added("add_data_product", softCapped(code));
        var before = found(DATA, code).getFirst();
        submit(UPDATE, changes(code.toLowerCase(Locale.ROOT), "price", "599", "name", "Home plus"))
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("product.price", equalTo("599.00"));
        var expected = new HashMap<>(before);
        expected.put("price", "599.00");
        expected.put("name", "Home plus");
        assertEquals(expected, found(DATA, code).getFirst());
    }

    @Test
    void changeIsToldToReplicasOnceMadeAndNotBefore() {
        String code = code();
        int id = added("add_data_product", account(code));
        long since = changedThrough();
        assertNull(changed(since, code));
        submit(UPDATE, changes(id, "download_kbps", "20480")).statusCode(200);
        assertEquals(20_480, changed(since, code).get("download_kbps"));
    }

    @Test
    void emptyValuesChangeNothingAndClearedOnesGo() {
        String code = code();
        added("add_data_product", with(softCapped(code), "description", "Fast"));
        submit(UPDATE, changes(code, "data_cap", "", "description", "", "price", "10"))
                .statusCode(200);
        given().header("Authorization", STAFF.bearer())
                .contentType(ContentType.JSON)
                .body("{\"product_id\":\"" + code + "\",\"data_cap\":null,\"max_devices\":3}")
                .post("/api/v1/" + UPDATE)
                .then()
                .statusCode(200)
                .body("product.data_cap", equalTo(100_000_000_000L))
                .body("product.max_devices", equalTo(3))
                .body("product.description", equalTo("Fast"));
        submit(
                        UPDATE,
                        changes(
                                code,
                                "clear",
                                "data_cap, capped_download_kbps,capped_upload_kbps,description",
                                "add_overusage_on_topup",
                                "false"))
                .statusCode(200)
                .body("product.data_cap", nullValue())
                .body("product.capped_download_kbps", nullValue())
                .body("product.capped_upload_kbps", nullValue())
                .body("product.description", nullValue())
                .body("product.max_devices", equalTo(3));
    }

    @Test
    void lifetimeGoesWithItsStartAndComesWithOne() {
        String code = code();
        added("add_data_product", with(hotspot(code), "validity", "P30D"));
        submit(UPDATE, changes(code, "clear", "validity")).statusCode(200).body("product.validity_starts", nullValue());
        submit(UPDATE, changes(code, "validity", "P1D"))
                .statusCode(200)
                .body("product.validity", equalTo("PT24H"))
                .body("product.validity_starts", equalTo("first_use"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clear | data_cap | capped_download_kbps | needs a data_cap",
                "clear | data_cap,capped_download_kbps,capped_upload_kbps | add_overusage_on_topup | needs a data_cap",
                "clear | capped_download_kbps,capped_upload_kbps | add_overusage_on_topup | needs capped speeds",
                "clear | capped_upload_kbps | capped_upload_kbps | is mandatory with the capped speed",
                "capped_download_kbps | 10241 | capped_download_kbps | must not be more than download_kbps",
                "upload_kbps | 511 | capped_upload_kbps | must not be more than upload_kbps",
                "validity | P30D | validity | is not for account products",
                "time_quota | PT1H | time_quota | is not for account products",
                "validity_starts | issue | validity_starts | is not for account products",
                "clear | price | clear | price can't be cleared",
                "clear | data_cups | clear | data_cups can't be cleared; did you mean data_cap?",
                "clear | data_cap, | clear | an empty name can't be cleared",
                "kind | hotspot | kind | is unknown",
                "product_code | 12345 | product_code | must be letters",
                "group_id | 999999999 | group_id | there is none with this ID",
                "type_id | 999999999 | type_id | there is none with this ID",
                "fup_speed_boost_policy_id | 999999999 | fup_speed_boost_policy_id | there is none with this ID",
                "rollover_months | 25 | rollover_months | must be between 0 and 24",
            })
    void nonsenseIsRefusedByNameAndNothingChanges(String parameter, String value, String named, String message) {
        String code = code();
        added("add_data_product", softCapped(code));
        var before = found(DATA, code);
        long since = changedThrough();
        submit(UPDATE, changes(code, parameter, value, "price", "1"))
                .statusCode(400)
                .body("errors.parameter", hasItem(named))
                .body("errors.find { it.parameter == '" + named + "' }.message", startsWith(message));
        assertEquals(before, found(DATA, code));
        assertNull(changed(since, code));
    }

    @Test
    void policyMustFitTheProductAsItBecomes() {
        String code = code();
        int policy = FupPoliciesTest.addLimit("50%:512");
        var parameters = with(with(account(code), "data_cap", "100GB"), "fup_speed_limit_policy_id", policy);
        added("add_data_product", parameters);
        submit(UPDATE, changes(code, "clear", "data_cap"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("fup_speed_limit_policy_id")));
        submit(UPDATE, changes(code, "clear", "data_cap,fup_speed_limit_policy_id"))
                .statusCode(200)
                .body("product.fup_speed_limit_policy", nullValue())
                .body("product.data_cap", nullValue());
        submit(UPDATE, changes(code, "fup_speed_limit_policy_id", String.valueOf(policy)))
                .statusCode(400)
                .body("errors[0].message", startsWith("does not fit: tier 1: has a threshold in percent"));
        submit(UPDATE, changes(code, "data_cap", "1GB", "fup_speed_limit_policy_id", String.valueOf(policy)))
                .statusCode(200)
                .body("product.fup_speed_limit_policy.tiers[0].threshold_percent", equalTo(50));
    }

    @Test
    void givenAndClearedOrNothingIsRefused() {
        String code = code();
        added("add_data_product", softCapped(code));
        submit(UPDATE, changes(code, "clear", "data_cap", "data_cap", "1GB"))
                .statusCode(400)
                .body("errors.parameter", hasItem("data_cap"));
        submit(UPDATE, changes(code)).statusCode(400).body("errors[0].message", startsWith("nothing is to change"));
        submit(UPDATE, Map.of("price", "1")).statusCode(400).body("errors.parameter", equalTo(List.of("product_id")));
        submit(UPDATE_OTHER, changes(code)).statusCode(400);
    }

    @Test
    void codeChangesOnlyToAFreeOne() {
        String code = code();
        String data = code();
        String other = code();
        int id = added("add_data_product", account(code));
        added("add_data_product", account(data));
        added("add_non_data_product", hosting(other));
        for (var taken : List.of(data.toLowerCase(Locale.ROOT), other)) {
            submit(UPDATE, changes(id, "product_code", taken)).statusCode(409).body("code", equalTo("already_exists"));
        }
        submit(UPDATE, changes(id, "product_code", code.toLowerCase(Locale.ROOT)))
                .statusCode(200);
        String fresh = code();
        submit(UPDATE, changes(id, "product_code", fresh)).statusCode(200);
        submit(UPDATE, changes(code, "price", "1")).statusCode(404).body("code", equalTo("not_found"));
        submit(UPDATE, changes(fresh, "price", "1")).statusCode(200).body("product.product_id", equalTo(id));
        // What it was called before is free again, for products of either sort.
        added("add_non_data_product", hosting(code));
    }

    @Test
    void ofManyWhoWantOneCodeAtOnceOneGetsIt() throws Exception {
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < 6; i++) {
            ids.add(
                    i % 2 == 0
                            ? added("add_data_product", account(code()))
                            : added("add_non_data_product", hosting(code())));
        }
        String wanted = code();
        var statuses = Parallel.run(
                6,
                i -> post(STAFF, i % 2 == 0 ? UPDATE : UPDATE_OTHER, changes(ids.get(i), "product_code", wanted))
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        assertEquals(1, found(DATA, wanted).size() + found(NON_DATA, wanted).size());
    }

    @Test
    void changesMadeAtOnceAllHold() throws Exception {
        String code = code();
        added("add_data_product", softCapped(code));
        var fields =
                Map.of("name", "N", "price", "7.00", "max_devices", "7", "rollover_months", "7", "description", "D");
        var names = List.copyOf(fields.keySet());
        var statuses = Parallel.run(
                names.size(),
                i -> post(STAFF, UPDATE, changes(code, names.get(i), fields.get(names.get(i))))
                        .statusCode());
        assertEquals(List.of(200, 200, 200, 200, 200), statuses);
        var product = found(DATA, code).getFirst();
        for (var name : names) {
            assertEquals(fields.get(name), String.valueOf(product.get(name)));
        }
    }

    @Test
    void changesThatOnlyMakeSenseAloneNeverBothHold() throws Exception {
        // Each is fine by itself: the cap goes with its speeds, or rollover comes, which needs the cap.
        for (int round = 0; round < 10; round++) {
            String code = code();
            added("add_data_product", with(account(code), "data_cap", "100GB"));
            var statuses = Parallel.run(
                    2,
                    i -> post(
                                    STAFF,
                                    UPDATE,
                                    i == 0 ? changes(code, "clear", "data_cap") : changes(code, "rollover_months", "2"))
                            .statusCode());
            assertEquals(List.of(200, 400), statuses.stream().sorted().toList());
        }
    }

    @Test
    void waitingChangeIsInvisibleAndCheckedAgainWhenApproved() {
        String code = code();
        int id = added("add_data_product", with(account(code), "data_cap", "100GB"));
        var before = found(DATA, code);
        long since = changedThrough();
        int update = post(STRANGER, UPDATE, changes(id, "rollover_months", "2"))
                .then()
                .statusCode(202)
                .body("product", nullValue())
                .extract()
                .path("update_id");
        int clearing = post(STRANGER, UPDATE, changes(id, "clear", "data_cap"))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(before, found(DATA, code));
        assertNull(changed(since, code));
        submit("approve_products_update", Map.of("update_id", clearing))
                .statusCode(200)
                .body("product.data_cap", nullValue());
        submit("approve_products_update", Map.of("update_id", update))
                .statusCode(400)
                .body("errors[0].parameter", equalTo("rollover_months"))
                .body("errors[0].message", equalTo("needs a data_cap"));
        assertEquals(0, found(DATA, code).getFirst().get("rollover_months"));
        // What makes no sense is refused when it is submitted.
        post(STRANGER, UPDATE, changes(id, "rollover_months", "2")).then().statusCode(400);
    }

    @Test
    void retiredProductCanBeChangedForThoseWhoHaveIt() {
        String code = code();
        int id = added("add_data_product", account(code));
        submit("retire_product", Map.of("product_id", id)).statusCode(200);
        long since = changedThrough();
        submit(UPDATE, changes(id, "download_kbps", "4096")).statusCode(200).body("product.status", equalTo("retired"));
        assertEquals(4096, changed(since, code).get("download_kbps"));
        assertEquals(List.of(), found(DATA, code));
    }

    @Test
    void nonDataProductChangesAlike() {
        String code = code();
        int id = added("add_non_data_product", with(hosting(code), "description", "Ten sites"));
        submit(UPDATE_OTHER, changes(code, "billing_period", "yearly", "price", "999"))
                .statusCode(200)
                .body("product.product_id", equalTo(id))
                .body("product.billing_period", equalTo("yearly"))
                .body("product.price", equalTo("999.00"))
                .body("product.name", equalTo("Hosting"))
                .body("product.description", equalTo("Ten sites"));
        submit(UPDATE_OTHER, changes(code, "clear", "description"))
                .statusCode(200)
                .body("product.description", nullValue());
        submit(UPDATE_OTHER, changes(code, "clear", "billing_period")).statusCode(400);
        submit(UPDATE_OTHER, changes(code, "group_id", "999999999"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("group_id")));
        post(STRANGER, UPDATE_OTHER, changes(code, "price", "1")).then().statusCode(202);
        assertEquals("999.00", found(NON_DATA, code).getFirst().get("price"));
    }

    @Test
    void eachSortIsChangedByItsOwnOperation() {
        String data = code();
        String other = code();
        added("add_data_product", account(data));
        added("add_non_data_product", hosting(other));
        submit(UPDATE, changes(other, "price", "1"))
                .statusCode(404)
                .body("detail", equalTo("There is no such data product"));
        submit(UPDATE_OTHER, changes(data, "price", "1"))
                .statusCode(404)
                .body("detail", equalTo("There is no such non-data product"));
        get(STAFF, UPDATE, changes(data, "price", "2")).then().statusCode(200);
    }

    private static Map<String, Object> softCapped(String code) {
        var parameters = account(code);
        parameters.put("data_cap", "100GB");
        parameters.put("capped_download_kbps", "512");
        parameters.put("capped_upload_kbps", "512");
        parameters.put("add_overusage_on_topup", "true");
        return parameters;
    }

    private static Map<String, Object> changes(Object product, String... namesAndValues) {
        var parameters = new HashMap<String, Object>();
        parameters.put("product_id", product);
        var list = Arrays.asList(namesAndValues);
        for (int i = 0; i < list.size(); i += 2) {
            parameters.put(list.get(i), list.get(i + 1));
        }
        return parameters;
    }
}
