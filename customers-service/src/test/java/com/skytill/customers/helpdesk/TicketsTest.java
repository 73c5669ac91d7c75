package com.skytill.customers.helpdesk;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.STRANGER;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.customer;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.get;
import static com.skytill.customers.helpdesk.HelpdeskApi.post;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticketOf;
import static com.skytill.customers.helpdesk.HelpdeskApi.tickets;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class TicketsTest {

    @Test
    void addedTicketIsOpenAndTheDefaultAssignees() {
        int department = department("Thandi", "sipho");
        int customer = customer();
        var parameters = ticketOf(department);
        parameters.remove("lead_id");
        parameters.put("customer_id", customer);
        int id = ticket(parameters);
        show(id).then()
                .statusCode(200)
                .body("customer_id", equalTo(customer))
                .body("lead_id", nullValue())
                .body("department_id", equalTo(department))
                .body("subject", equalTo("No signal"))
                .body("description", equalTo("Since the storm.\nThe light is red."))
                .body("priority", equalTo("normal"))
                .body("status", equalTo("open"))
                .body("assignee", equalTo("Thandi"))
                .body("resolution", nullValue())
                .body("version", equalTo(1))
                .body("created_by", equalTo("naledi"))
                .body("replies", equalTo(List.of()))
                .body("history", equalTo(List.of()));
    }

    @Test
    void assigneeIsAMemberInWhateverCase() {
        int department = department("Thandi", "sipho");
        var parameters = ticketOf(department);
        parameters.put("assignee", "SIPHO");
        assertEquals("sipho", show(ticket(parameters)).path("assignee"));
        parameters.put("assignee", "somebody");
        post(STAFF, "add_helpdesk_ticket", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("assignee")));
        assertEquals(1, tickets(department, Map.of()).size());
        int id = ticket(department);
        change(id, Map.of("assignee", "somebody"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("assignee")));
        show(id).then().body("assignee", equalTo("Thandi")).body("version", equalTo(1));
    }

    @Test
    void resolutionIsMandatoryToResolve() {
        int id = ticket(department("thandi"));
        change(id, Map.of("status", "resolved"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("resolution")));
        show(id).then().body("status", equalTo("open")).body("version", equalTo(1));
        change(id, Map.of("status", "resolved", "resolution", "Turned the dish"))
                .then()
                .statusCode(200)
                .body("ticket.status", equalTo("resolved"))
                .body("ticket.resolution", equalTo("Turned the dish"))
                .body("ticket.version", equalTo(2));
    }

    @Test
    void reopenedTicketHasToBeResolvedAnew() {
        int id = ticket(department("thandi"));
        change(id, Map.of("status", "resolved", "resolution", "Turned the dish"));
        change(id, Map.of("status", "open", "reason", "Not solved"))
                .then()
                .statusCode(200)
                .body("ticket.status", equalTo("open"))
                .body("ticket.resolution", nullValue());
        change(id, Map.of("status", "resolved")).then().statusCode(400);
    }

    @Test
    void resolutionIsForTicketsThatAreDone() {
        int id = ticket(department("thandi"));
        change(id, Map.of("status", "pending", "resolution", "Turned the dish"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("resolution")));
        show(id).then().body("status", equalTo("open")).body("version", equalTo(1));
        change(id, Map.of("status", "resolved", "resolution", "Turned the dish"));
        change(id, Map.of("resolution", "Turned the dish, and fixed it"))
                .then()
                .statusCode(200)
                .body("ticket.status", equalTo("resolved"))
                .body("ticket.resolution", equalTo("Turned the dish, and fixed it"));
    }

    @Test
    void stepThatIsNotAllowedNamesBothStates() {
        int id = ticket(department("thandi"));
        change(id, Map.of("status", "resolved", "resolution", "Turned the dish"));
        change(id, Map.of("status", "on_hold"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString("resolved"), containsString("on_hold")));
        show(id).then().body("status", equalTo("resolved")).body("version", equalTo(2));
    }

    @Test
    void closedIsFinal() {
        int id = ticket(department("thandi"));
        change(id, Map.of("status", "closed", "resolution", "Asked twice"))
                .then()
                .statusCode(200);
        for (var changes : List.of(
                Map.of("status", "open"),
                Map.of("status", "resolved", "resolution", "x"),
                Map.of("priority", "high"),
                Map.of("unassign", "true"),
                Map.of("status", "closed"))) {
            change(id, changes).then().statusCode(409).body("code", equalTo("illegal_state"));
        }
        post(STAFF, "add_helpdesk_ticket_reply", Map.of("ticket_id", id, "message", "Hello?"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        show(id).then().body("version", equalTo(2)).body("replies.size()", equalTo(0));
    }

    @Test
    void historySaysWhoChangedWhatFromWhatToWhatAndWhy() {
        int first = department("thandi", "sipho");
        int other = department("lerato");
        int id = ticket(first);
        change(id, Map.of("priority", "urgent", "status", "pending", "reason", "Storm"))
                .then()
                .statusCode(200);
        change(id, Map.of("department_id", other)).then().statusCode(200);
        show(id).then()
                .body("history.version", equalTo(List.of(2, 2, 3, 3)))
                .body("history.field", equalTo(List.of("priority", "status", "department_id", "assignee")))
                .body("history.from", equalTo(List.of("normal", "open", "" + first, "thandi")))
                .body("history.to", equalTo(List.of("urgent", "pending", "" + other, "lerato")))
                .body("history[0].reason", equalTo("Storm"))
                .body("history[2].reason", nullValue())
                .body("history[0].changed_by", equalTo("naledi"))
                .body("history[3].changed_at", equalTo(show(id).path("changed_at")))
                .body("earlier_history", equalTo(false));
        get(STAFF, "get_helpdesk_ticket", Map.of("ticket_id", id, "history_before", 3))
                .then()
                .body("history.version", equalTo(List.of(2, 2)));
    }

    @Test
    void longHistoryIsShownInParts() {
        int id = ticket(department("thandi"));
        for (int i = 1; i <= 102; i++) {
            change(STAFF, id, i, Map.of("subject", "Subject " + i)).then().statusCode(200);
        }
        show(id).then()
                .body("history.size()", equalTo(100))
                .body("history[0].version", equalTo(4))
                .body("history[99].to", equalTo("Subject 102"))
                .body("earlier_history", equalTo(true));
        get(STAFF, "get_helpdesk_ticket", Map.of("ticket_id", id, "history_before", 4))
                .then()
                .body("history.version", equalTo(List.of(2, 3)))
                .body("earlier_history", equalTo(false));
    }

    @Test
    void changeThatChangesNothingIsNone() {
        int id = ticket(department("thandi"));
        change(id, Map.of("status", "open", "priority", "normal", "assignee", "THANDI"))
                .then()
                .statusCode(200)
                .body("ticket.version", equalTo(1));
        show(id).then().body("history.size()", equalTo(0));
    }

    @Test
    void movedTicketKeepsAnAssigneeWhoBelongsThereToo() {
        int first = department("thandi", "sipho");
        int other = department("lerato", "Sipho");
        var parameters = ticketOf(first);
        parameters.put("assignee", "sipho");
        int id = ticket(parameters);
        change(id, Map.of("department_id", other)).then().body("ticket.assignee", equalTo("sipho"));
        change(id, Map.of("unassign", true)).then().body("ticket.assignee", nullValue());
        change(id, Map.of("department_id", first)).then().body("ticket.assignee", equalTo("thandi"));
        change(id, Map.of("department_id", department())).then().body("ticket.assignee", nullValue());
        change(id, Map.of("department_id", 999_999_999))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("department_id")));
    }

    @Test
    void repliesAreShownAndInternalOnesOnlyWhenWanted() {
        int id = ticket(department("thandi"));
        int open = reply(id, "We are\nlooking into it", false);
        int internal = reply(id, "He has not paid", true);
        show(id).then()
                .body("replies.reply_id", equalTo(List.of(open, internal)))
                .body("replies.message", equalTo(List.of("We are\nlooking into it", "He has not paid")))
                .body("replies.internal", equalTo(List.of(false, true)))
                .body("replies[0].created_by", equalTo("naledi"))
                .body("earlier_replies", equalTo(false))
                .body("version", equalTo(1));
        get(STAFF, "get_helpdesk_ticket", Map.of("ticket_id", id, "include_internal", false))
                .then()
                .body("replies.reply_id", equalTo(List.of(open)));
        get(STAFF, "get_helpdesk_ticket", Map.of("ticket_id", id, "replies_before", internal))
                .then()
                .body("replies.reply_id", equalTo(List.of(open)));
    }

    @Test
    void manyRepliesAreShownInParts() {
        int id = ticket(department("thandi"));
        for (int i = 0; i < 101; i++) {
            reply(id, "Reply " + i, false);
        }
        int first = show(id).then()
                .body("replies.size()", equalTo(100))
                .body("replies[99].message", equalTo("Reply 100"))
                .body("earlier_replies", equalTo(true))
                .extract()
                .path("replies[0].reply_id");
        get(STAFF, "get_helpdesk_ticket", Map.of("ticket_id", id, "replies_before", first))
                .then()
                .body("replies.message", equalTo(List.of("Reply 0")))
                .body("earlier_replies", equalTo(false));
    }

    @Test
    void unknownTicketIsNotFound() {
        show(999_999_999).then().statusCode(404).body("code", equalTo("not_found"));
        change(STAFF, 999_999_999, 1, Map.of("status", "closed")).then().statusCode(404);
        post(STAFF, "add_helpdesk_ticket_reply", Map.of("ticket_id", 999_999_999, "message", "x"))
                .then()
                .statusCode(404);
    }

    @Test
    void takesQueryFormMultipartAndJsonAlike() {
        int department = department("thandi");
        get(STAFF, "add_helpdesk_ticket", ticketOf(department)).then().statusCode(201);
        post(STAFF, "add_helpdesk_ticket", ticketOf(department)).then().statusCode(201);
        var multipart = given().header("Authorization", STAFF.bearer());
        ticketOf(department).forEach((name, value) -> multipart.multiPart(name, value.toString()));
        multipart.post("/api/v1/add_helpdesk_ticket").then().statusCode(201);
        given().header("Authorization", STAFF.bearer())
                .contentType(ContentType.JSON)
                .body(ticketOf(department))
                .post("/api/v1/add_helpdesk_ticket")
                .then()
                .statusCode(201);
        var ids = tickets(department, Map.of());
        assertEquals(4, ids.size());
        given().header("Authorization", STAFF.bearer())
                .contentType(ContentType.JSON)
                .body(Map.of("ticket_id", ids.getFirst(), "version", 1, "unassign", true))
                .post("/api/v1/update_helpdesk_ticket")
                .then()
                .statusCode(200)
                .body("ticket.assignee", nullValue());
    }

    @Test
    void permissionIsNeeded() {
        var reader = TestToken.of("helpdesk_read");
        var reads = List.of(
                "get_helpdesk_tickets",
                "get_helpdesk_ticket",
                "get_helpdesk_ticket_counts",
                "get_helpdesk_departments");
        var writes = List.of(
                "add_helpdesk_ticket",
                "add_helpdesk_ticket_reply",
                "update_helpdesk_ticket",
                "add_helpdesk_department",
                "update_helpdesk_department");
        for (String operation : writes) {
            post(reader, operation, Map.of()).then().statusCode(403).body("detail", containsString("helpdesk_write"));
        }
        for (String operation : reads) {
            int status = get(reader, operation, Map.of()).statusCode();
            assertEquals(operation.equals("get_helpdesk_ticket") ? 400 : 200, status, operation);
            get(TestToken.of("customers_write"), operation, Map.of()).then().statusCode(403);
        }
        for (String operation : writes) {
            get(STAFF.expired(), operation, Map.of()).then().statusCode(401);
            given().get("/api/v1/" + operation).then().statusCode(401);
            get(TestToken.of("customers_write"), operation, Map.of()).then().statusCode(403);
        }
        post(STRANGER, "add_helpdesk_ticket", ticketOf(department())).then().statusCode(202);
    }

    private static int reply(int ticket, String message, boolean internal) {
        return post(
                        STAFF,
                        "add_helpdesk_ticket_reply",
                        Map.of("ticket_id", ticket, "message", message, "internal", internal))
                .then()
                .statusCode(201)
                .body("reply.message", equalTo(message))
                .extract()
                .path("reply.reply_id");
    }
}
