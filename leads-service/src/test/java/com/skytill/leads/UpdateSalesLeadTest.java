package com.skytill.leads;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;

import static com.skytill.leads.Api.email;
import static com.skytill.leads.Api.get;
import static com.skytill.leads.Api.lead;
import static com.skytill.leads.Api.name;
import static com.skytill.leads.Api.phone;
import static com.skytill.leads.Api.post;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class UpdateSalesLeadTest {

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        String name = name();
        int id = lead(Map.of("name", name, "phone", phone(), "notes", "old", "source", "Winter"));
        post("update_sales_lead", Map.of("lead_id", id, "notes", "new\nline", "assignee", "thandi", "status", "survey"))
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("lead.notes", equalTo("new\nline"));
        get(id).then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("source", equalTo("Winter"))
                .body("notes", equalTo("new\nline"))
                .body("assignee", equalTo("thandi"))
                .body("status", equalTo("survey"))
                .body("customer_id", nullValue());
    }

    @Test
    void emptiesFieldsThatAreNamed() {
        int id = lead(Map.of(
                "name",
                name(),
                "phone",
                phone(),
                "email",
                email(),
                "assignee",
                "x",
                "latitude",
                "1",
                "longitude",
                "2"));
        post("update_sales_lead", Map.of("lead_id", id, "clear", "phone, assignee,latitude,longitude"))
                .then()
                .statusCode(200)
                .body("lead.phone", nullValue())
                .body("lead.assignee", nullValue())
                .body("lead.latitude", nullValue())
                .body("lead.longitude", nullValue());
        post("update_sales_lead", Map.of("lead_id", id, "clear", "email"))
                .then()
                .statusCode(422)
                .body("code", equalTo("rule_violated"));
        post("update_sales_lead", Map.of("lead_id", id, "clear", "email", "phone", phone()))
                .then()
                .statusCode(200)
                .body("lead.email", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "new, won",
        "contacted, new",
        "survey, new",
        "survey, won",
        "quoted, new",
        "quoted, won",
        "lost, new",
        "lost, survey",
        "lost, quoted",
        "lost, won"
    })
    void forbiddenStepNamesBothStatesAndChangesNothing(String present, String next) {
        String name = name();
        int id = lead(Map.of("name", name, "phone", phone()));
        if (!present.equals("new")) {
            post("update_sales_lead", Map.of("lead_id", id, "status", present))
                    .then()
                    .statusCode(200);
        }
        post("update_sales_lead", Map.of("lead_id", id, "status", next, "name", "other"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString(present), containsString(next)));
        get(id).then().body("status", equalTo(present)).body("name", equalTo(name));
    }

    @Test
    void lostLeadIsTakenUpAgain() {
        int id = lead(Map.of("name", name(), "phone", phone()));
        for (String status : new String[] {"quoted", "survey", "lost", "lost", "contacted", "quoted"}) {
            post("update_sales_lead", Map.of("lead_id", id, "status", status))
                    .then()
                    .statusCode(200)
                    .body("lead.status", equalTo(status));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lead_id, 0, lead_id",
        "lead_id, x, lead_id",
        "status, gone, status",
        "clear, name, clear",
        "clear, latitude, clear",
        "clear, 'phone,', clear",
        "email, nobody, email",
        "latitude, 3, longitude",
        "stauts, lost, stauts"
    })
    void badInputIsNamedAndChangesNothing(String parameter, String value, String named) {
        String name = name();
        int id = lead(Map.of("name", name, "phone", phone()));
        var parameters = new HashMap<String, Object>(Map.of("lead_id", id, "name", "other"));
        parameters.put(parameter, value);
        post("update_sales_lead", parameters).then().statusCode(400).body("errors.parameter", hasItem(named));
        get(id).then().body("name", equalTo(name));
    }

    @Test
    void fieldIsNotBothSetAndEmptied() {
        int id = lead(Map.of("name", name(), "phone", phone()));
        post("update_sales_lead", Map.of("lead_id", id, "clear", "notes", "notes", "x"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("notes"));
    }

    @Test
    void unknownLeadIsNotFound() {
        post("update_sales_lead", Map.of("lead_id", 999_999_999, "name", "x"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
        get(999_999_999).then().statusCode(404);
    }

    @Test
    void waitingUpdateIsInvisibleUntilApproved() {
        String name = name();
        int id = lead(Map.of("name", name, "phone", phone()));
        var seller = TestToken.of("sales_write").by("8", "sipho");
        int update = post(seller, "update_sales_lead", Map.of("lead_id", id, "status", "contacted"))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        get(id).then().body("status", equalTo("new"));
        // What no longer holds when it is approved changes nothing.
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(200);
        post(seller, "update_sales_lead", Map.of("lead_id", id, "status", "quoted"))
                .then()
                .statusCode(409);
        post("approve_leads_update", Map.of("update_id", update)).then().statusCode(200);
        get(id).then().body("status", equalTo("contacted"));
    }

    @Test
    void permissionIsNeeded() {
        int id = lead(Map.of("name", name(), "phone", phone()));
        post(TestToken.of("sales_read"), "update_sales_lead", Map.of("lead_id", id, "name", "x"))
                .then()
                .statusCode(403);
        post(TestToken.of("customers_read"), "get_sales_lead", Map.of("lead_id", id))
                .then()
                .statusCode(403);
    }
}
