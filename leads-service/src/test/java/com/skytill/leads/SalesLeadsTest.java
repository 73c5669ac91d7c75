package com.skytill.leads;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
class SalesLeadsTest {

    @Test
    void addedLeadIsListed() {
        String name = name();
        add(Map.of("name", name, "phone", "+27 21 555 0100", "latitude", "-33.9", "longitude", "18.4", "notes", "a\nb"))
                .then()
                .statusCode(201)
                .body("lead.status", equalTo("new"))
                .body("lead.latitude", equalTo(-33.9f));
        list(Map.of("search", name.toUpperCase(Locale.ROOT), "status", "new"))
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of(name)));
        list(Map.of("search", name, "status", "won")).then().body("items.size()", equalTo(0));
        list(Map.of("search", name, "to", "2020-01-01T00:00:00Z")).then().body("items.size()", equalTo(0));
    }

    @Test
    void samePhoneOrEmailIsAPossibleDuplicate() {
        String digits = String.valueOf(System.nanoTime()).substring(0, 10);
        String mail = UUID.randomUUID() + "@example.org";
        int byPhone = add(Map.of("name", "A", "phone", "+" + digits)).path("lead.lead_id");
        int byMail = add(Map.of("name", "B", "email", mail)).path("lead.lead_id");
        add(Map.of(
                        "name",
                        "C",
                        "phone",
                        digits.substring(0, 3) + " " + digits.substring(3),
                        "email",
                        mail.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(201)
                .body("possible_duplicates.lead_id", hasItems(byPhone, byMail));
        // The last nine digits count, with or without the country's code.
        String local = "0" + digits.substring(1);
        add(Map.of("name", "E", "phone", "+27 " + digits.substring(1, 6) + "-" + digits.substring(6)))
                .then()
                .body("possible_duplicates.lead_id", hasItem(byPhone));
        add(Map.of("name", "F", "phone", local)).then().body("possible_duplicates.lead_id", hasItem(byPhone));
        add(Map.of("name", "D", "email", "x" + mail)).then().body("possible_duplicates.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name",
        "phone, '', phone",
        "phone, call me, phone",
        "phone, 12, phone",
        "email, nobody, email",
        "email, a@b, email",
        "latitude, 91, latitude",
        "latitude, -33.9, longitude",
        "longitude, 18.4, latitude",
        "nmae, x, nmae"
    })
    void badInputIsNamedAndChangesNothing(String parameter, String value, String named) {
        String name = name();
        var parameters = new HashMap<>(Map.of("name", name, "phone", "+27 21 555 0100", "company_name", name));
        parameters.put(parameter, value);
        add(parameters).then().statusCode(400).body("errors.parameter", hasItem(named));
        list(Map.of("search", name)).then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"product_id, HOME 20", "product_id, -20", "product_id, é", "assignee, Thandi M", "assignee, 'a,b'"})
    void whatCanBeNoProductAndNoUsernameIsRefusedByName(String parameter, String value) {
        var asked = new HashMap<String, Object>(Map.of("name", "Piet", "email", Api.email()));
        asked.put(parameter, value);
        Api.post("add_sales_lead", asked).then().statusCode(400).body("errors.parameter", equalTo(List.of(parameter)));
        asked.put("lead_id", Api.lead(Map.of("name", "Piet", "email", Api.email())));
        Api.post("update_sales_lead", asked)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
    }

    @Test
    void unknownProductAndUserAreNoReasonToLoseALead() {
        Api.post(
                        "add_sales_lead",
                        Map.of(
                                "name",
                                "Piet",
                                "email",
                                Api.email(),
                                "product_id",
                                "999999",
                                "assignee",
                                "no.body@home"))
                .then()
                .statusCode(201)
                .body("lead.product_id", equalTo("999999"))
                .body("lead.assignee", equalTo("no.body@home"));
    }

    @Test
    void permissionIsNeeded() {
        given().header("Authorization", TestToken.of("sales_read").bearer())
                .formParam("name", "x")
                .post("/api/v1/add_sales_lead")
                .then()
                .statusCode(403);
        given().header("Authorization", TestToken.of("radius_read").bearer())
                .get("/api/v1/get_sales_leads")
                .then()
                .statusCode(403);
        given().get("/api/v1/get_sales_leads").then().statusCode(401);
    }

    private static Response add(Map<String, String> parameters) {
        return given().header("Authorization", TestToken.administrator().bearer())
                .formParams(parameters)
                .post("/api/v1/add_sales_lead");
    }

    private static Response list(Map<String, String> parameters) {
        return given().header("Authorization", TestToken.of("sales_read").bearer())
                .queryParams(parameters)
                .get("/api/v1/get_sales_leads");
    }

    private static String name() {
        return "lead " + UUID.randomUUID();
    }
}
