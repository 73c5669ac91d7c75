package com.skytill.customers.helpdesk;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static com.skytill.customers.helpdesk.HelpdeskApi.STRANGER;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.post;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(HelpdeskSettingsTest.Settings.class)
class HelpdeskSettingsTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "skytill.helpdesk.reason-required",
                    "true",
                    "skytill.review.operations.add_helpdesk_ticket_reply",
                    "never");
        }
    }

    @Test
    void changeWithoutAReasonIsRefusedAndChangesNothing() {
        int id = ticket(department("thandi"));
        change(id, Map.of("priority", "urgent"))
                .then()
                .statusCode(400)
                .body("code", equalTo("missing_parameter"))
                .body("errors.parameter", equalTo(List.of("reason")));
        change(id, Map.of("priority", "urgent", "reason", "   ")).then().statusCode(400);
        show(id).then().body("priority", equalTo("normal")).body("version", equalTo(1));
        change(id, Map.of("priority", "urgent", "reason", "Hospital")).then().statusCode(200);
        show(id).then().body("history.reason", equalTo(List.of("Hospital")));
    }

    @Test
    void wispMayLetItsStaffReplyWithoutReview() {
        int id = ticket(department("thandi"));
        post(STRANGER, "add_helpdesk_ticket_reply", Map.of("ticket_id", id, "message", "We come"))
                .then()
                .statusCode(201);
        show(id).then().body("replies.created_by", equalTo(List.of("stranger")));
    }
}
